// What both elements of the package do with their attributes, properties and names.

/** Makes properties that read and write attributes: pairs of `[attribute, property]`. `null` removes the attribute. */
export function reflectAttributes(Class, pairs) {
  for (const [attribute, property] of pairs) {
    Object.defineProperty(Class.prototype, property, {
      __proto__: null,
      configurable: true,
      enumerable: true,
      get() {
        return this.getAttribute(attribute);
      },
      set(value) {
        if (value === null || value === undefined) this.removeAttribute(attribute);
        else this.setAttribute(attribute, String(value));
      },
    });
  }
}

/** A property that was set before the element was defined hides the one of the class: set it again. */
export function upgradeProperty(element, name) {
  if (!Object.hasOwn(element, name)) return;
  const value = element[name];
  delete element[name];
  element[name] = value;
}

/** Defines an element, unless there is one of this name: twice is harmless, and so is another copy of the package. */
export function defineOnce(tag, defaultTag, Class) {
  if (!('customElements' in globalThis) || customElements.get(tag) !== undefined) return;
  // One class can have one name only.
  const isFree = customElements.getName === undefined || customElements.getName(Class) === null;
  customElements.define(tag, isFree && tag === defaultTag ? Class : class extends Class {});
}
