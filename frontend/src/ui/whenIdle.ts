const PATIENCE = 3_000; // ms: a page that is never idle gets it then

/** Runs something once the page has nothing better to do. It answers with how to call it off. */
export function whenIdle(run: () => void): () => void {
  if (!('requestIdleCallback' in window)) {
    const timer = setTimeout(run, 1_000);
    return () => clearTimeout(timer);
  }
  const id = requestIdleCallback(run, { timeout: PATIENCE });
  return () => cancelIdleCallback(id);
}
