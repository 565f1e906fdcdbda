// Loads scripts that are no modules, each once; one that failed may be tried again.

const loading = new Map();

/** Returns when the script has run. */
export function loaded(address) {
  if (!loading.has(address)) {
    loading.set(
      address,
      new Promise((done, failed) => {
        const script = document.createElement("script");
        script.src = address;
        script.onload = () => done();
        script.onerror = () => {
          loading.delete(address);
          script.remove();
          failed(new Error(`${address} did not load`));
        };
        document.head.append(script);
      }),
    );
  }
  return loading.get(address);
}
