// Colours of values. Even in lightness (the maps of matplotlib: inferno), and told apart under colour blindness.

const inferno = [0x000004, 0x160b39, 0x420a68, 0x6a176e, 0x932667, 0xbc3754, 0xdd513a, 0xf37819, 0xfca50a, 0xf6d746, 0xfcffa4];
const cold = [0xf7f7f7, 0x9bc9e4, 0x3b8fc4, 0x0b559f, 0x05305c];
const warm = [0xf7f7f7, 0xfdc38d, 0xf07f33, 0xbf4a0c, 0x6b2606];

function steps(stops: number[], count: number): string[] {
  return Array.from({ length: count }, (_, nth) => {
    const place = (nth / (count - 1)) * (stops.length - 1), low = Math.min(Math.floor(place), stops.length - 2), share = place - low;
    const mix = (shift: number) => Math.round(((stops[low] >> shift) & 255) * (1 - share) + ((stops[low + 1] >> shift) & 255) * share);
    return `rgb(${mix(16)},${mix(8)},${mix(0)})`;
  });
}
const N = 128;
const sequential = steps(inferno, N), negative = steps(cold, N), positive = steps(warm, N);

// A value from 0 to 1, or from -1 to 1 where it has a sign.
export function colour(value: number, signed: boolean): string {
  if (Number.isNaN(value)) return "transparent";
  const size = Math.min(1, Math.abs(value)), step = Math.round(size * (N - 1));
  return signed ? (value < 0 ? negative[step] : positive[step]) : sequential[step];
}
// Black or white on these colours: whichever is read better, with a contrast of 4.5 at least.
export const ink = (value: number, signed: boolean) => (signed ? (value < -0.583 || value > 0.717 ? "#fff" : "#000") : value > 0.551 ? "#000" : "#fff");
export const ramp = (signed: boolean) => `linear-gradient(90deg, ${(signed ? [...steps(cold, 9).reverse(), ...steps(warm, 9)] : steps(inferno, 17)).join(",")})`;

// Colours of lines, told apart under colour blindness (Okabe and Ito).
export const LINES = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9"];

export const percent = (value: number) => (value >= 0.9995 ? "100%" : value >= 0.1 ? `${(100 * value).toFixed(0)}%` : value >= 0.0005 ? `${(100 * value).toFixed(value >= 0.01 ? 1 : 2)}%` : "<0.1%");
export const number = (value: number) => (Number.isNaN(value) ? "–" : Math.abs(value) >= 100 ? value.toFixed(0) : Math.abs(value) >= 1 ? value.toFixed(2) : value === 0 || Math.abs(value) >= 0.0005 ? value.toFixed(3) : value.toExponential(1));
export const signed = (value: number) => (value > 0 ? "+" : value < 0 ? "−" : "") + number(Math.abs(value));
export const duration = (seconds: number) => (seconds < 1 ? "less than a second" : seconds < 100 ? `${seconds.toFixed(0)} s` : seconds < 6000 ? `${(seconds / 60).toFixed(0)} min` : `${(seconds / 3600).toFixed(1)} h`);
export const size = (bytes: number) => (bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : bytes < 1e9 ? `${(bytes / 1e6).toFixed(0)} MB` : `${(bytes / 1e9).toFixed(1)} GB`);
// Text of a token, such that blanks can be seen.
export const shown = (text: string) => text.replace(/\n/g, "⏎").replace(/\t/g, "⇥").replace(/^ | $/g, "·") || "∅";
