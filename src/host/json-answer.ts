import { isList } from '../kit/is-list.ts';
/** A node of a command's JSON, of which nothing is sure. */
export type JsonNode = Readonly<Record<string, unknown>>;

/** The objects a command printed as JSON: one or a list of them; none for anything else. */
export function nodesOfJson(text: string | undefined): JsonNode[] {
  try {
    const value: unknown = JSON.parse((text ?? '').replace(/^\uFEFF/, ''));
    return isNode(value) ? [value] : nodesIn(value);
  } catch {
    return [];
  }
}

/** The objects in what should be a list of them. */
export function nodesIn(value: unknown): JsonNode[] {
  return isList(value) ? value.filter(isNode) : [];
}

export function isNode(value: unknown): value is JsonNode {
  return typeof value === 'object' && value !== null && !isList(value);
}

/** The first of these that is text. */
export function textIn(node: JsonNode, ...names: readonly string[]): string {
  return names.map((name) => node[name]).find((value) => typeof value === 'string') ?? '';
}

/** Numbers come as such or as text. */
export function numberIn(node: JsonNode, name: string): number | undefined {
  const value = node[name];
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}
