export async function show() {
  return async () => ({});
}
