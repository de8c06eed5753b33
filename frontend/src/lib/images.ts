// Images that a user brought, kept in the browser, so that a page comes back after the server was started anew.

const base = () =>
  new Promise<IDBDatabase>((done, failed) => {
    const asked = indexedDB.open("vlm_lens_native", 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore("images");
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => failed(asked.error);
  });

async function act<T>(mode: IDBTransactionMode, what: (store: IDBObjectStore) => IDBRequest<T>): Promise<T | null> {
  try {
    const store = (await base()).transaction("images", mode).objectStore("images");
    return await new Promise((done, failed) => {
      const asked = what(store);
      asked.onsuccess = () => done(asked.result);
      asked.onerror = () => failed(asked.error);
    });
  } catch {
    return null; // private windows have no database; such a page can't be restored, and that is all
  }
}

export const keep = (id: string, image: Blob) => act("readwrite", (store) => store.put(image, id));
export const find = (id: string) => act<Blob>("readonly", (store) => store.get(id));

// Frames of a video, as the browser decodes it: evenly spread, at most so many.
export async function framesOf(file: File, most = 16): Promise<{ frames: Blob[]; fps: number }> {
  const video = document.createElement("video");
  video.muted = true;
  video.src = URL.createObjectURL(file);
  await new Promise((done, failed) => {
    video.onloadeddata = done;
    video.onerror = () => failed(new Error("This browser can't decode the video; give it as frames."));
  });
  const count = Math.max(2, Math.min(most, Math.floor(video.duration * 2)));
  const canvas = Object.assign(document.createElement("canvas"), { width: video.videoWidth, height: video.videoHeight });
  const frames: Blob[] = [];
  for (let nth = 0; nth < count; nth++) {
    video.currentTime = ((nth + 0.5) * video.duration) / count;
    await new Promise((done) => (video.onseeked = done));
    canvas.getContext("2d")!.drawImage(video, 0, 0);
    frames.push(await new Promise((done) => canvas.toBlob((blob) => done(blob!), "image/png")));
  }
  URL.revokeObjectURL(video.src);
  return { frames, fps: count / video.duration };
}
