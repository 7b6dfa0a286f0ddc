// Pagefind's worker, asked directly: each shard on its own, and telling how it counts a score. The
// interface that Pagefind puts before it merges shards by scores that cannot be compared.

// One handle for each name of a shard: the first is in `folder` itself, others in folders of it.
export async function openShards(folder, names, baseUrl) {
  const ask = startWorker(new URL("pagefind-worker.js", folder));
  const [first, ...others] = names.map((name) => makeShard(ask, folder, name, baseUrl));
  await first.open(); // it loads the program, which the others use
  await Promise.all(others.map((shard) => shard.open()));
  return [first, ...others];
}

function startWorker(address) {
  const worker = new Worker(address);
  const waiting = new Map();
  let last = 0;
  worker.addEventListener("message", ({ data: { id, result, error } }) => {
    const { resolve, reject } = waiting.get(id);
    waiting.delete(id);
    if (error) reject(new Error(error));
    else resolve(result);
  });
  worker.addEventListener("error", () => {
    for (const { reject } of waiting.values()) reject(new Error(`${address.pathname} failed`));
    waiting.clear();
  });
  return (instanceId, method, ...args) =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      worker.postMessage({ id: last, instanceId, method, args });
    });
}

// Shards may give the same name to different pages.
export function nameIn(shard, id) {
  return `${id}/${shard}`;
}

function makeShard(ask, folder, name, baseUrl) {
  const basePath = name === "0" ? folder.pathname : `${folder.pathname}${name}/`;
  const language = document.documentElement.lang.toLowerCase() || "unknown";
  // The worker keeps what each result may be asked for, until it is told that nobody will ask.
  const gone = new FinalizationRegistry((data) => ask(name, "releaseData", data).catch(() => {}));

  async function search(term, filters = {}) {
    const found = await ask(name, "search", term, { filters });
    for (const result of found.results) {
      const { data } = result;
      result.id = nameIn(name, result.id);
      result.data = () => ask(name, "getData", data);
      gone.register(result.data, data);
    }
    return found;
  }

  async function open() {
    await ask(name, "init", { basePath, baseUrl, language });
    await ask(name, "enterPlaygroundMode"); // then results tell what their scores are made of
  }

  return {
    name,
    open,
    search,
    load: (words) => ask(name, "preload", words, {}),
    filters: () => ask(name, "filters"),
  };
}
