/** The names of types as text: `Map<Id, List<Database.SaveResult>>`. */

export interface TypeName {
  readonly name: string;
  readonly arguments: readonly TypeName[];
}

/** Null for text that isn't the name of a type. `T[]` is `List<T>`. */
export function parseTypeName(text: string): TypeName | null {
  const reader = new Reader(text);
  const type = reader.type();
  return type !== null && reader.isAtEnd() ? type : null;
}

class Reader {
  readonly #tokens: readonly string[];
  #at = 0;

  constructor(text: string) {
    this.#tokens = text.match(/[A-Za-z_][\w.]*|\S/g) ?? [];
  }

  isAtEnd(): boolean {
    return this.#at === this.#tokens.length;
  }

  type(): TypeName | null {
    const name = this.#tokens[this.#at++];
    if (name === undefined || !/^[A-Za-z_]\w*(\.\w+)*$/.test(name)) return null;
    const typeArguments: TypeName[] = [];
    if (this.#take('<')) {
      do {
        const argument = this.type();
        if (argument === null) return null;
        typeArguments.push(argument);
      } while (this.#take(','));
      if (!this.#take('>')) return null;
    }
    let type: TypeName = {name, arguments: typeArguments};
    while (this.#take('[')) {
      if (!this.#take(']')) return null;
      type = {name: 'List', arguments: [type]};
    }
    return type;
  }

  #take(token: string): boolean {
    if (this.#tokens[this.#at] !== token) return false;
    this.#at++;
    return true;
  }
}
