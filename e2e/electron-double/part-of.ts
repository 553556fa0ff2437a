/**
 * The double as what Electron declares. It is a part of that: whoever asks for a member that it does not have is told
 * so at once, instead of going on with `undefined`.
 */
export function partOf<T extends object>(double: object, name: string): T {
  const strict = new Proxy(double, {
    get: (target, member) => {
      if (typeof member === 'string' && member !== 'then' && !(member in target))
        throw new Error(`The double's ${name} has no ${member}`);
      const value: unknown = Reflect.get(target, member);
      // A method works on the double itself, whose private members the proxy does not have.
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  // The one place where a part stands for the whole; the proxy makes up for it at run time.
  return strict as T;
}
