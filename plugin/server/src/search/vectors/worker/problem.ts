/** Vectors cannot be had; `mend` says what an administrator can do. */
export class VectorProblem extends Error {
  constructor(
    why: string,
    readonly mend: string,
  ) {
    super(why);
  }
}

/** Another model answers than before: nothing that is held can be compared with what it says. */
export class ModelChanged extends VectorProblem {}
