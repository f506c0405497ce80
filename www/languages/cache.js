// Languages that are loaded once. A failure is forgotten, so that the next call tries again.

/** `tag → Promise<pack>` over the module of a language. */
export function cached(importLanguage) {
  const loading = new Map();
  return (tag) => {
    if (!loading.has(tag)) {
      const pack = importLanguage(tag).then(
        (module) => module.default,
        (cause) => {
          loading.delete(tag);
          throw new Error(`flinks-upload: the language '${tag}' could not be loaded (${cause?.message ?? cause})`, { cause });
        },
      );
      loading.set(tag, pack);
    }
    return loading.get(tag);
  };
}
