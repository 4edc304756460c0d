/** The admin in the languages that the plugin speaks besides English; everybody chooses his own in his profile. */
export default { config: { locales: ['de', 'ar'] } };
