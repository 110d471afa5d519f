export interface MadeSet {
  rows: string[]
  clusters: number[]
  copies: [number, number, string][]
  lookalikes: [number, number, string][]
}
export function makeSet(count: number, seed: number): MadeSet
export function writeSet(
  folder: string,
  count: number,
  seed: number,
): Record<'clients' | 'truth' | 'lookalikes' | 'copies', string>
