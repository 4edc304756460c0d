import { useIntl } from 'react-intl';

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** Says a number of bytes in the unit people use for it; a megabyte is 1024² bytes, as in the limits. */
export const useFileSize = (): ((bytes: number) => string) => {
  const { formatNumber } = useIntl();
  return (bytes) => {
    const step = Math.min(units.length - 1, Math.floor(Math.log2(Math.max(bytes, 1)) / 10));
    return formatNumber(bytes / 1024 ** step, { style: 'unit', unit: units[step] ?? 'byte', unitDisplay: 'short', maximumFractionDigits: 1 });
  };
};
