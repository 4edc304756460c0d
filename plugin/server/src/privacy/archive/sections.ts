import { accountSections } from './account-sections';
import { activitySections } from './activity-sections';
import { chatSections } from './chat-sections';
import { requestSections } from './request-sections';
import { sectionNames } from './section';
import type { Section } from './section';

const known: Record<(typeof sectionNames)[number], Section> = { ...accountSections, ...activitySections, ...chatSections, ...requestSections };

/** The parts of an archive in the order in which they are collected and shown. */
export const sections: readonly Section[] = sectionNames.map((name) => known[name]);
