/** Words that belong to components and to the frame around each page. */
export const components = {
  frame: {
    skip: 'Skip to content',
    navigation: 'Main',
    menu: 'Menu',
    home: 'Home',
    requests: 'Your requests',
    account: 'Account',
    signIn: 'Sign in',
    signOut: 'Sign out',
    preferences: 'Language, time zone and theme',
    errorPrefix: 'Error: ',
  },
  field: {
    optional: '(optional)',
    errorPrefix: 'Error:',
    choose: 'Choose one',
  },
  errorSummary: { title: 'There is a problem' },
  password: {
    show: 'Show',
    hide: 'Hide',
    showLabel: 'Show password',
    hideLabel: 'Hide password',
    shown: 'Your password is visible',
    hidden: 'Your password is hidden',
  },
  /** `{count}` is replaced in the browser as well, so these stay templates. */
  count: {
    limit: 'You can use up to {count} characters',
    leftOne: 'You have {count} character left',
    leftMany: 'You have {count} characters left',
    overOne: 'You have {count} character too many',
    overMany: 'You have {count} characters too many',
  },
  files: {
    chosen: 'Files you chose',
    title: 'Attached files',
    download: (name: string, size: string): string => `Download ${name}, ${size}`,
  },
  notice: { success: 'Done', info: 'Good to know', warn: 'Important' },
  pagination: {
    label: 'Pages',
    previous: 'Previous',
    next: 'Next',
    page: (page: number): string => `Page ${page}`,
    range: (from: number, to: number, total: number): string => `${from} to ${to} of ${total}`,
  },
  breadcrumb: { label: 'Breadcrumb' },
  steps: { position: (step: number, of: number): string => `Step ${step} of ${of}` },
  search: { button: 'Search' },
  letter: { you: 'You', support: 'Support' },
  time: {
    justNow: 'just now',
    dayAt: (day: string, time: string): string => `${day} at ${time}`,
  },
};
