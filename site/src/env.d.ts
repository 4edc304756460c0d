/// <reference types="astro/client" />

interface ImportMetaEnv {
  /** Another one for each build: what was made by an earlier build may look different. */
  readonly BUILD: string;
}

declare namespace App {
  interface Locals {
    /** What the server around this site gives: the way to the API, and what this address is. */
    host: import('@contracts/transport').SiteHost;
    /** Typed calls to the API on behalf of this request. */
    api: import('./portal-api/client').PortalApi;
    /** The signed-in customer, once the API has told; null for strangers. */
    viewer: import('@contracts/accounts').Me | null;
    language: import('@contracts/accounts').Language;
    timeZone: string;
    theme: import('@contracts/accounts').Theme;
    brand: { name: string };
    /** Names the stylesheet of the segment's colours; null for the portal's own. */
    palette: string | null;
    /** What the team put into header, footer and home page, for this reader; nothing where it cannot be told. */
    frame: () => Promise<import('@contracts/frame').PortalFrame>;
    /** What the reader may do: a customer by his segment, a stranger as everybody. */
    features: { knowledgeBase: boolean; ticketSubmission: boolean; liveChat: boolean };
    /** Token for this browser's forms. */
    csrf: string;
    /** A posted form that is no upload, its token checked; null for other requests. */
    form: import('./features/forms/posted-form').PostedForm | null;
    showroom: boolean;
    /** Set by a page that looks the same to all strangers: it may be kept, and sets no cookie. */
    sameForAll: boolean;
  }
}

/** The widget's script, built by itself (astro.config.mjs) because it runs on pages of others. */
declare module 'virtual:chat-widget' {
  const code: string;
  export default code;
}
