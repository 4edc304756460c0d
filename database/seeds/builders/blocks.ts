import type { BlockKind } from '../../../plugin/contracts/frame';
import type { App } from './services';

/** What a team fills in; left out is what the content manager would leave empty. */
export interface NewBlock {
  kind: BlockKind;
  title: string;
  locale?: string;
  /** Document of the block that this is a translation of. */
  document?: string;
  address?: string;
  text?: string;
  /** Documents of articles, in their order. */
  articles?: string[];
  /** Number of a file. */
  picture?: number;
  position?: number;
  segments?: string[];
  /** False: kept as a draft. */
  publish?: boolean;
}
interface Documents {
  create(wanted: object): Promise<{ documentId: string }>;
  update(wanted: object): Promise<{ documentId: string } | null>;
  publish(wanted: object): Promise<unknown>;
}

/** A piece of the portal's own look as a program writes it, published unless said otherwise; answers its document. */
export const makeBlock = async (app: App, { locale = 'en', document, publish = true, ...data }: NewBlock): Promise<string> => {
  const documents = app.documents('plugin::portal.portal-block') as unknown as Documents;
  const saved = document ? await documents.update({ documentId: document, locale, data }) : await documents.create({ locale, data });
  const { documentId } = saved ?? { documentId: '' };
  if (publish) await documents.publish({ documentId, locale });
  return documentId;
};
