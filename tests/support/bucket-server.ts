import { readdirSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { S3Client } from '@aws-sdk/client-s3';
import type Koa from 'koa';
import S3rver from 's3rver';
import { isSigned } from './presigned';
import { scratchDirectory } from './scratch';

/** A server that speaks S3, with one private bucket: what is not signed with its secret is refused. */
export class BucketServer {
  private readonly folder = scratchDirectory('bucket');
  private port = 0;
  private server = this.make();
  /** Everybody may read what is in it. */
  isOpen = false;
  /** What those who put something there said of who may read it. */
  readonly acls: string[] = [];

  private make(): S3rver {
    const server = new S3rver({ address: '127.0.0.1', port: this.port, silent: true, directory: this.folder, configureBuckets: [{ name: 'letters', configs: [] }] });
    (server as unknown as Koa).middleware.unshift(async (ctx, next) => {
      if (ctx.method !== 'GET') this.acls.push(ctx.get('x-amz-acl'));
      // What is signed in a header, s3rver looks at by itself.
      else if (!this.isOpen && !ctx.get('authorization').startsWith('AWS4-HMAC-SHA256 ') && !(await isSigned(new URL(`http://${ctx.host}${ctx.originalUrl}`)))) return void (ctx.status = 403);
      await next();
    });
    return server;
  }

  async start(): Promise<void> {
    this.server = this.make();
    this.port = ((await this.server.run()) as AddressInfo).port;
  }

  /** What the portal has to know of it. */
  environment(more: Record<string, string> = {}): Record<string, string> {
    return { PORTAL_S3_BUCKET: 'letters', PORTAL_S3_ENDPOINT: `http://127.0.0.1:${this.port}`, PORTAL_S3_KEY_ID: 'S3RVER', PORTAL_S3_SECRET: 'S3RVER', ...more };
  }

  /** An address of an object, without any signature. */
  plain(key: string): string {
    return `http://127.0.0.1:${this.port}/letters/portal/${key}`;
  }

  /** Somebody who has its secret. */
  client(): S3Client {
    return new S3Client({ region: 'us-east-1', endpoint: `http://127.0.0.1:${this.port}`, forcePathStyle: true, credentials: { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' }, requestChecksumCalculation: 'WHEN_REQUIRED' });
  }

  /** How many objects it has. */
  count(): number {
    return readdirSync(this.folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('._S3rver_object')).length;
  }

  /** It does not answer, until it is started again. */
  async stop(): Promise<void> {
    await this.server.close();
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
