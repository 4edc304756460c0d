import { rows } from '../platform/rows';
import { insertRowsOnce } from '../platform/write-rows';
import type { Strapi } from '../platform/domain';
import { fileSegments } from './file-policy';
import type { SegmentRow } from './rows';

/**
 * Makes the segments that config/plugins.ts names where they are not there yet, so that admins can order them,
 * put customers there and set what the file leaves open. Those that are there stay as they are.
 */
export const keepFileSegments = async (strapi: Strapi): Promise<void> => {
  const named = fileSegments(strapi);
  if (named.length === 0) return;
  const there = await rows<SegmentRow>(strapi, 'segment').count({});
  const made = named.map(({ name, title, inherits }, index) => ({ name, title, inherits, position: there + index, rules: [], overrides: {} }));
  await insertRowsOnce<SegmentRow, 'name'>(strapi, 'segment', made, 'name');
};
