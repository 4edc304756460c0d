interface Node {
  type: string;
  children?: Node[];
}

/** Deeper than any text that people read; what lies below is left out. Renderers recurse, and a stack ends. */
const deepest = 32;

/** Cuts everything off a tree that lies deeper than 32 levels. Walks without recursion, whatever the depth. */
export const limitDepth = (root: object): void => {
  const open: [Node, number][] = [[root as Node, 0]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [node, depth] = next;
    if (!node.children) continue;
    if (depth >= deepest) node.children = [];
    for (const child of node.children) open.push([child, depth + 1]);
  }
};
