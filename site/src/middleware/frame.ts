import { emptyFrame, type PortalFrame } from '@contracts/frame';

/**
 * What the team put around its pages, asked for once a visit and as late as the page's own frame needs it: by then it is
 * known who reads, and in which language. A page without it is better than none.
 */
export const frameOf = (locals: App.Locals): (() => Promise<PortalFrame>) => {
  let asked: Promise<PortalFrame> | null = null;
  const ask = async (): Promise<PortalFrame> => {
    const { host, api, language } = locals;
    if (host.frame) return host.frame(language);
    const answer = await api.get<PortalFrame>(`/frame?language=${language}`);
    return answer.ok ? answer.data : emptyFrame;
  };
  return () => (asked ??= ask().catch(() => emptyFrame));
};
