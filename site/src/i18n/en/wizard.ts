/** New request: category, details, files, check answers, sent. */
export const wizard = {
  title: 'New request',
  steps: {
    category: 'What is it about?',
    details: 'Tell us more',
    answers: 'Answers that may help',
    files: 'Add files',
    check: 'Check your answers',
  },
  categoryLabel: 'What is it about?',
  categoryHint: 'Choose what fits best. We can change it later.',
  noCategories: 'There is nothing to choose from at the moment. Please come back later.',
  firstReply: (hours: number): string => {
    if (hours < 1) return 'First answer usually within an hour';
    if (hours < 48) return `First answer usually within ${hours === 1 ? 'an hour' : `${Math.round(hours)} hours`}`;
    return `First answer usually within ${Math.round(hours / 24)} days`;
  },
  limit: {
    title: 'You have sent all requests that you can send for now',
    text: (count: number, when: string): string => `You can send ${count === 1 ? 'one request' : `${count} requests`} within 24 hours. You can send the next one ${when}.`,
    kept: 'You can write it now: what you type is kept. For more about something that you already asked, reply to that request.',
    open: 'Your requests',
  },
  subject: 'Subject',
  subjectHint: 'One line that says what it is about.',
  description: 'Description',
  descriptionHint: 'What did you do, what happened, and what did you expect?',
  priority: 'How urgent is it?',
  attach: 'Attach files',
  attachHint: (types: string, size: string, count: number): string =>
    `${types}. Up to ${size} each, ${count === 1 ? 'one file' : `${count} files`} at most.`,
  noFiles: 'No files',
  filesAdded: 'Files added',
  addFiles: 'Add files',
  onlyIf: (question: string, answer: string): string => `Only if you answered “${answer}” to “${question}”.`,
  onlyIfTicked: (question: string): string => `Only if you ticked “${question}”.`,
  onlyIfNotTicked: (question: string): string => `Only if you did not tick “${question}”.`,
  followUp: (reference: string): string => `Follow-up to ${reference}`,
  continue: 'Continue',
  skip: 'Continue without files',
  change: 'Change',
  changeWhat: (label: string): string => `Change ${label.toLowerCase()}`,
  checkLead: 'Nothing is sent yet. You can still change everything.',
  notAnswered: 'Not answered',
  submit: 'Send request',
  draftRestored: 'We kept what you wrote before.',
  discard: 'Discard draft',
  sentTitle: 'We have your request',
  sent: (reference: string): string => `Its number is ${reference}.`,
  sentNext: 'We sent you an email. You get another one as soon as we answer.',
  view: 'View your request',
};
