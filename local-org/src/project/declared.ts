/** Where a component or a part of it was declared. Lines count from 1; the path is as the loader was given its folder. */
export interface Declared {
  readonly path: string;
  readonly line: number;
}
