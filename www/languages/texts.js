// What an element of plain JavaScript says: the texts of its language, or the host's own.
import { format } from './format.js';

/** The texts of a language, and in their place those that the host gave. `Catalog` is the same in Rust. */
export class Texts {
  #pack;
  #own;

  constructor(pack, own) {
    this.#pack = pack;
    this.#own = own;
  }

  get locale() {
    return this.#pack.locale;
  }

  /** A text with its values. */
  text(key, values) {
    return format(this.#pack, this.#template(key), values);
  }

  /** A text with nodes in one of its places, as a list to append. */
  nodes(key, place, nodes) {
    const [before, ...after] = this.#template(key).split(`{${place}}`);
    return after.length === 0 ? [before] : [before, ...nodes, after.join('')];
  }

  #template(key) {
    return String(this.#own?.[key] ?? this.#pack.messages[key]);
  }
}
