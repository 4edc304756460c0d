/**
 * A customer's request. Ids of requester, category and assignee are plain columns with own indexes: lists
 * of a hundred thousand need one statement, and relations of Strapi live in tables between (decision 005).
 */
export const ticket = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_tickets',
    info: { singularName: 'ticket', pluralName: 'tickets', displayName: 'Ticket' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [
      { name: 'portal_tickets_reference', columns: ['reference'], type: 'unique' },
      { name: 'portal_tickets_requester_visible', columns: ['requester_id', 'last_visible_at'] },
      { name: 'portal_tickets_requester_created', columns: ['requester_id', 'created_at'] },
      { name: 'portal_tickets_organisation_visible', columns: ['organisation_id', 'last_visible_at'] },
      // These end with what stands in the way of a page that is read in their order: ties are told by the id, and whoever sleeps is left out without being read.
      { name: 'portal_tickets_state_updated', columns: ['state', 'updated_at', 'id', 'snoozed_until'] },
      { name: 'portal_tickets_category_state', columns: ['category_id', 'state', 'updated_at', 'id', 'snoozed_until'] },
      { name: 'portal_tickets_priority_state', columns: ['priority_rank', 'state', 'updated_at', 'id', 'snoozed_until'] },
      { name: 'portal_tickets_state_created', columns: ['state', 'created_at', 'id', 'snoozed_until'] },
      { name: 'portal_tickets_assignee_updated', columns: ['assignee_id', 'updated_at'] },
      { name: 'portal_tickets_category_replied', columns: ['category_id', 'first_replied_at'] },
      { name: 'portal_tickets_updated', columns: ['updated_at'] },
      // Holds all that the counts of the desk's views ask for, and finds what is to be woken.
      { name: 'portal_tickets_desk', columns: ['turn', 'snoozed_until', 'assignee_id', 'category_id', 'state', 'priority', 'news_event'] },
      { name: 'portal_tickets_due', columns: ['due_at'] },
      { name: 'portal_tickets_look', columns: ['look_at'] },
    ],
    attributes: {
      reference: { type: 'string', required: true },
      subject: { type: 'string', required: true, maxLength: 200 },
      state: { type: 'string', required: true },
      priority: { type: 'string', required: true },
      /** Sorts priorities: 0 low … 3 urgent. */
      priorityRank: { type: 'integer', required: true },
      requesterId: { type: 'integer', required: true },
      /** The requester's organisation when he sent it: whoever joins another one takes nothing along. */
      organisationId: { type: 'integer' },
      categoryId: { type: 'integer', required: true },
      assigneeId: { type: 'integer' },
      turn: { type: 'string', required: true },
      turnSince: { type: 'datetime', required: true },
      /** When something last happened that customers can see; `updated_at` also tells of what agents do among themselves. */
      lastVisibleAt: { type: 'datetime' },
      /** Answers to the category's own questions, with the labels they had. */
      fields: { type: 'json' },
      /** Messages that the customer can see. */
      messageCount: { type: 'integer', required: true, default: 0 },
      /** Reference, subject and visible messages, folded for the search in lists. Never internal notes. */
      searchText: { type: 'text' },
      /** Out of the open views until then. Never on a ticket that is done. */
      snoozedUntil: { type: 'datetime' },
      /** The last line of the timeline that agents should read: a message, a note, a waking. */
      newsEvent: { type: 'integer', default: 0 },
      /** The ticket that went on in its place. */
      mergedIntoId: { type: 'integer' },
      firstRepliedAt: { type: 'datetime' },
      solvedAt: { type: 'datetime' },
      closedAt: { type: 'datetime' },
      /** The requester's segment, by whose promises it is counted; follows him while the ticket is open. */
      segment: { type: 'string' },
      /** Seconds of opening in which it was the agents' turn, up to `turnSince`. */
      spentSeconds: { type: 'integer', default: 0 },
      /** The next promise that is due, and from when it is soon; null while none runs. */
      dueAt: { type: 'datetime' },
      dueFor: { type: 'string' },
      warnAt: { type: 'datetime' },
      /** When there is next something to tell the agents. */
      lookAt: { type: 'datetime' },
      /** What they were told of each promise: none, warned, breached. */
      replyAlarm: { type: 'string', default: 'none' },
      resolutionAlarm: { type: 'string', default: 'none' },
      /** What became of each promise, kept or broken; null while that is open, where nothing was promised, and from before it was noted. */
      replyPromise: { type: 'string' },
      resolutionPromise: { type: 'string' },
      /** The first reply that the portal led its sender to expect, in hours; null where it said nothing. */
      expectedReplyHours: { type: 'integer' },
      /** The requester's language when it was sent. */
      language: { type: 'string' },
    },
  },
};
