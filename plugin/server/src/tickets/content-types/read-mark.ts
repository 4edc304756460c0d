/** How far an agent has read a ticket. None: not at all. */
export const readMark = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_read_marks',
    info: { singularName: 'read-mark', pluralName: 'read-marks', displayName: 'Read mark' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [
      { name: 'portal_read_marks_once', columns: ['agent_id', 'ticket_id'], type: 'unique' },
      { name: 'portal_read_marks_ticket', columns: ['ticket_id'] },
    ],
    attributes: {
      agentId: { type: 'integer', required: true },
      ticketId: { type: 'integer', required: true },
      /** The last line of the timeline that was on the agent's screen. */
      seenEvent: { type: 'integer', required: true },
    },
  },
};
