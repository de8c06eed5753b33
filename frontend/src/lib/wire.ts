// Safetensors, as the server writes it: 8 bytes of length, a header in JSON, the numbers.

export type Numbers = Float32Array | Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array;

export interface Tensor {
  shape: number[];
  data: Numbers;
}

export interface View {
  arrays: Record<string, Tensor>;
  about: any;
}

const halves = new Float32Array(65536);
for (let bits = 0; bits < 65536; bits++) {
  const sign = bits & 0x8000 ? -1 : 1, exponent = (bits >> 10) & 31, fraction = bits & 1023;
  halves[bits] = sign * (exponent === 0 ? fraction * 2 ** -24 : exponent === 31 ? (fraction ? NaN : Infinity) : (1 + fraction / 1024) * 2 ** (exponent - 15));
}

const readers: Record<string, (bytes: ArrayBuffer) => Numbers> = {
  F16: (bytes) => Float32Array.from(new Uint16Array(bytes), (half) => halves[half]),
  F32: (bytes) => new Float32Array(bytes),
  F64: (bytes) => new Float64Array(bytes),
  U8: (bytes) => new Uint8Array(bytes),
  U16: (bytes) => new Uint16Array(bytes),
  U32: (bytes) => new Uint32Array(bytes),
  I32: (bytes) => new Int32Array(bytes),
  I64: (bytes) => Float64Array.from(new BigInt64Array(bytes), Number),
};

export function unpack(bytes: Uint8Array): View {
  const whole = bytes.byteOffset === 0 && bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice();
  const length = Number(new DataView(whole.buffer).getBigUint64(0, true));
  const header = JSON.parse(new TextDecoder().decode(whole.subarray(8, 8 + length)));
  const arrays: Record<string, Tensor> = {};
  for (const [name, entry] of Object.entries<any>(header)) {
    if (name === "__metadata__") continue;
    const [start, end] = entry.data_offsets;
    arrays[name] = { shape: entry.shape, data: readers[entry.dtype](whole.slice(8 + length + start, 8 + length + end).buffer as ArrayBuffer) };
  }
  const about = JSON.parse(header.__metadata__.about);
  for (const [name, high] of Object.entries<number>(about.coded ?? {})) arrays[name].data = Float32Array.from(arrays[name].data, high ? (byte) => (byte / 255) ** 2 * high : rankOf);
  return { arrays, about };
}

// Some pages hold numbers as bytes (wire.packed_small): square roots, and ranks of which the large ones are rounded.
const rankOf = (byte: number) => (byte < 128 ? byte : Number((128 * 2 ** ((byte - 128) / 10)).toPrecision(2)));

export async function inflated(bytes: Uint8Array): Promise<Uint8Array> {
  const stream = new Blob([bytes as BlobPart]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

// The pieces of a stream: each a length of 4 bytes, then itself.
export async function* pieces(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  let kept = new Uint8Array(0);
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const joined = new Uint8Array(kept.length + value.length);
      joined.set(kept);
      joined.set(value, kept.length);
      kept = joined;
      while (kept.length >= 4) {
        const size = new DataView(kept.buffer, kept.byteOffset).getUint32(0, true);
        if (kept.length < 4 + size) break;
        yield kept.slice(4, 4 + size);
        kept = kept.slice(4 + size);
      }
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}
