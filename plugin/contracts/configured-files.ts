import { z } from 'zod';

const webAddress = z.url({ protocol: /^https?$/ });

const bucket = z
  .strictObject({
    bucket: z.string().describe('a bucket for customers’ files instead of that folder ([below](#files-in-a-bucket-and-the-virus-scanner)); empty: none'),
    region: z.string().describe('where it is'),
    endpoint: z.string().refine((value) => value === '' || webAddress.safeParse(value).success, 'must be empty or a whole address such as https://s3.example.com').describe('whose it is, where it is not at Amazon: a whole address'),
    accessKeyId: z.string().describe('who we are there: reading, writing and deleting objects below the prefix, and listing them (`s3:ListBucket`), is enough'),
    secretAccessKey: z.string().describe('the secret of that key'),
    prefix: z.string().regex(/^[\w./-]*$/, 'must be a folder of letters, digits, dots, dashes and slashes').describe('folder in the bucket'),
    linkSeconds: z.number().int().min(10).max(900).describe('seconds for which the address of a file opens it'),
  })
  .refine(({ bucket: name, accessKeyId, secretAccessKey }) => name === '' || (accessKeyId !== '' && secretAccessKey !== ''), { path: ['accessKeyId'], message: 'needs a key and its secret: set files.s3.accessKeyId and files.s3.secretAccessKey, or leave files.s3.bucket empty' });

const scanner = z.strictObject({
  address: z.string().regex(/^$|^\/|^.+:\d{1,5}$/, 'must be empty, host:port or the path of a socket').describe('clamd, as `host:port` or the path of its socket: each file is searched for viruses before it is kept; empty: none is'),
  timeoutMs: z.number().int().min(1000).max(120_000).describe('milliseconds without a word from it'),
  whenAway: z.enum(['hold', 'refuse']).describe('while it does not answer: `hold` takes files and opens none before it was scanned, `refuse` takes none'),
});

/** `files` of config/plugins.ts. */
export const fileSettings = z.strictObject({ s3: bucket, scanner });
