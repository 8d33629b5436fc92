/** A CloudFormation template, read with its short forms (`!Ref`, `!Sub`) spelled out, and what it refers to. */
import { type CollectionTag, isAlias, parseDocument, type ScalarTag, visit } from 'yaml';

/** One thing that a stack consists of. */
interface Resource {
  Type: string;
  Condition?: string;
  DeletionPolicy?: string;
  UpdateReplacePolicy?: string;
  Properties: Record<string, unknown>;
}

/** What a template says; values are whatever YAML has, functions as CloudFormation spells them in JSON. */
export interface Template {
  Parameters: Record<string, { Type: string; Default?: string; AllowedPattern?: string }>;
  Conditions: Record<string, unknown>;
  Resources: Record<string, Resource>;
  [section: string]: unknown;
}

const names = ['Ref', 'Sub', 'GetAtt', 'If', 'Not', 'Equals', 'And', 'Or', 'Join'];
const spelled = (name: string): string => (name === 'Ref' ? 'Ref' : `Fn::${name}`);

const tags = names.flatMap((name): (ScalarTag | CollectionTag)[] => [
  {
    tag: `!${name}`,
    resolve: (text: string) => ({ [spelled(name)]: name === 'GetAtt' ? splitOnce(text) : text }),
  },
  {
    tag: `!${name}`,
    collection: 'seq',
    resolve: (list) => ({ [spelled(name)]: (list as { toJSON(): unknown }).toJSON() }),
  },
]);

/** A resource, and its attribute, which may have dots of its own. */
function splitOnce(text: string): [string, string] {
  const dot = text.indexOf('.');
  return [text.slice(0, dot), text.slice(dot + 1)];
}

/** Reads a template; throws on what is no YAML, and on anchors, which CloudFormation does not know. */
export function readTemplate(text: string): Template {
  const document = parseDocument(text, { customTags: tags, strict: true });
  const [problem] = [...document.errors, ...document.warnings];
  if (problem) throw problem;
  visit(document, (_, node) => {
    if (isAlias(node)) throw new Error(`An alias, *${node.source}: CloudFormation has none.`);
  });
  // Values of tags are plain objects already; once more through JSON the whole is.
  return JSON.parse(JSON.stringify(document.toJS())) as Template;
}

/** What `value` refers to, by `Ref`, `GetAtt` and inside `Sub`, without what AWS itself defines. */
export function referencesOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(referencesOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key === 'Ref') return isOwn(inner) ? [String(inner)] : [];
    if (key === 'Fn::GetAtt') return [String((inner as string[])[0])];
    if (key !== 'Fn::Sub') return referencesOf(inner);
    const [text, values] = Array.isArray(inner) ? (inner as [string, object]) : [String(inner), {}];
    const named = [...text.matchAll(/\$\{([^}!]+)\}/g)].map(([, name = '']) => name.split('.')[0] ?? '');
    return [...named.filter((name) => isOwn(name) && !(name in values)), ...referencesOf(values)];
  });
}

function isOwn(name: unknown): boolean {
  return !String(name).startsWith('AWS::');
}

/** Conditions that `value` asks for. */
export function conditionsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(conditionsOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    ...(key === 'Fn::If' ? [String((inner as unknown[])[0])] : []),
    ...conditionsOf(inner),
  ]);
}
