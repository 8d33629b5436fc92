/** The template for S3 and CloudFront: that it holds together, and what it lets in and out. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../support/step.ts';
import { conditionsOf, readTemplate, referencesOf } from '../support/template.ts';

const text = await readFile(join(root, 'deploy/aws/site.yaml'), 'utf8');
const template = readTemplate(text);
const { Parameters, Conditions, Resources } = template;

interface Behaviour {
  PathPattern?: unknown;
  AllowedMethods: string[];
  ViewerProtocolPolicy: string;
  Compress: boolean;
  CachePolicyId: string;
  ResponseHeadersPolicyId: unknown;
  FunctionAssociations?: unknown;
}
interface Distribution {
  DefaultCacheBehavior: Behaviour;
  CacheBehaviors: Behaviour[];
  CustomErrorResponses: unknown;
  Origins: unknown;
  HttpVersion: string;
}
const properties = <T>(name: string): T => {
  const resource = Resources[name];
  assert.ok(resource, `${name} is missing`);
  return resource.Properties as T;
};
const { DistributionConfig } = properties<{ DistributionConfig: Distribution }>('Distribution');
const behaviours = [DistributionConfig.DefaultCacheBehavior, ...DistributionConfig.CacheBehaviors];

/** A `Sub`, with what it puts in written `<so>`. */
const sub = (text: string) => ({ 'Fn::Sub': text.replace(/<([^>]+)>/g, (_, name) => `\${${name}}`) });

test('every reference names a parameter or a resource, and every condition one that is defined', () => {
  const known = new Set([...Object.keys(Parameters), ...Object.keys(Resources)]);
  assert.deepEqual(
    referencesOf(template).filter((name) => !known.has(name)),
    [],
  );
  const asked = [...conditionsOf(template), ...Object.values(Resources).flatMap((r) => r.Condition ?? [])];
  assert.deepEqual([...new Set(asked)].sort(), Object.keys(Conditions).sort());
});

test('every parameter is used, and every default is one that its pattern allows', () => {
  const used = new Set(referencesOf(template));
  for (const [name, { Default = '', AllowedPattern = '' }] of Object.entries(Parameters)) {
    assert.ok(used.has(name), name);
    assert.match(Default, new RegExp(AllowedPattern), name);
  }
});

test('an anchor, which CloudFormation refuses, is refused here too', () => {
  assert.throws(() => readTemplate('a: &one 1\nb: *one\n'), { message: /\*one/ });
});

test('nobody reads the bucket but this distribution, nobody writes, and nothing goes without TLS', () => {
  assert.deepEqual(properties<Record<string, unknown>>('Bucket')['PublicAccessBlockConfiguration'], {
    BlockPublicAcls: true,
    BlockPublicPolicy: true,
    IgnorePublicAcls: true,
    RestrictPublicBuckets: true,
  });
  assert.deepEqual(
    properties<{ PolicyDocument: { Statement: unknown } }>('BucketPolicy').PolicyDocument.Statement,
    [
      {
        Sid: 'ThisDistributionReads',
        Effect: 'Allow',
        Principal: { Service: 'cloudfront.amazonaws.com' },
        Action: 's3:GetObject',
        Resource: sub('<Bucket.Arn>/*'),
        Condition: {
          StringEquals: {
            'AWS:SourceArn': sub(
              'arn:<AWS::Partition>:cloudfront::<AWS::AccountId>:distribution/<Distribution>',
            ),
          },
        },
      },
      {
        Sid: 'NobodyWithoutTls',
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:*',
        Resource: [{ 'Fn::GetAtt': ['Bucket', 'Arn'] }, sub('<Bucket.Arn>/*')],
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      },
    ],
  );
  assert.deepEqual(DistributionConfig.Origins, [
    {
      Id: 'bucket',
      DomainName: { 'Fn::GetAtt': ['Bucket', 'RegionalDomainName'] },
      OriginAccessControlId: { 'Fn::GetAtt': ['OriginAccess', 'Id'] },
      S3OriginConfig: { OriginAccessIdentity: '' },
    },
  ]);
});

test('deleting the stack keeps the files', () => {
  const { DeletionPolicy, UpdateReplacePolicy } = Resources['Bucket'] ?? {};
  assert.deepEqual([DeletionPolicy, UpdateReplacePolicy], ['Retain', 'Retain']);
});

test('every address is read only, over TLS, compressed, by HTTP/3 too, and has a policy of headers', () => {
  assert.equal(DistributionConfig.HttpVersion, 'http2and3');
  for (const behaviour of behaviours) {
    assert.deepEqual(behaviour.AllowedMethods, ['GET', 'HEAD']);
    assert.equal(behaviour.ViewerProtocolPolicy, 'redirect-to-https');
    assert.equal(behaviour.Compress, true);
  }
  assert.deepEqual(
    behaviours.map((behaviour) => [behaviour.PathPattern, behaviour.ResponseHeadersPolicyId]),
    [
      [undefined, { Ref: 'Headers' }],
      [sub('<BasePath>files/*'), { Ref: 'HeadersOfFiles' }],
      [sub('<BasePath>_astro/*'), { Ref: 'Headers' }],
      [sub('<BasePath>pagefind/*'), { Ref: 'Headers' }],
    ],
  );
});

test('the function runs for every page, and for nothing that is no page', () => {
  assert.deepEqual(
    behaviours.map((behaviour) => behaviour.FunctionAssociations),
    [
      [
        {
          EventType: 'viewer-request',
          FunctionARN: { 'Fn::GetAtt': ['Addresses', 'FunctionMetadata.FunctionARN'] },
        },
      ],
      undefined,
      undefined,
      undefined,
    ],
  );
});

test('where nothing is, the answer is the page that says so, with 404', () => {
  assert.deepEqual(
    DistributionConfig.CustomErrorResponses,
    [403, 404].map((code) => ({
      ErrorCode: code,
      ResponseCode: 404,
      ResponsePagePath: sub('<BasePath>404.html'),
      ErrorCachingMinTTL: 60,
    })),
  );
});
