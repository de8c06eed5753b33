var An = Array.isArray, ki = Array.prototype.indexOf, Gr = Array.prototype.includes, Mn = Array.from, es = Object.defineProperty, Mr = Object.getOwnPropertyDescriptor, ts = Object.getOwnPropertyDescriptors, xi = Object.prototype, Ei = Array.prototype, ua = Object.getPrototypeOf, Ca = Object.isExtensible;
const rs = () => {
};
function Si(r) {
  for (var e = 0; e < r.length; e++)
    r[e]();
}
function ns() {
  var r, e, t = new Promise((a, s) => {
    r = a, e = s;
  });
  return { promise: t, resolve: r, reject: e };
}
function _n(r, e) {
  if (Array.isArray(r))
    return r;
  if (!(Symbol.iterator in r))
    return Array.from(r);
  const t = [];
  for (const a of r)
    if (t.push(a), t.length === e) break;
  return t;
}
const et = 2, Lr = 4, Nn = 8, as = 1 << 24, At = 16, Tt = 32, or = 64, Gn = 128, ca = 256, Pt = 512, Ye = 1024, je = 2048, dt = 4096, st = 8192, Qe = 16384, Ir = 32768, Xr = 1 << 25, yr = 65536, gn = 1 << 17, Ai = 1 << 18, jr = 1 << 19, Mi = 1 << 20, It = 1 << 25, mn = 1 << 21, Nr = 1 << 22, ir = 1 << 23, Vt = /* @__PURE__ */ Symbol("$state"), ss = /* @__PURE__ */ Symbol("component"), Ni = /* @__PURE__ */ Symbol("legacy props"), Pi = /* @__PURE__ */ Symbol(""), is = /* @__PURE__ */ Symbol("attributes"), Xn = /* @__PURE__ */ Symbol("class"), Zn = /* @__PURE__ */ Symbol("style"), Qn = /* @__PURE__ */ Symbol("text"), fn = /* @__PURE__ */ Symbol("form reset"), tn = new class extends Error {
  name = "StaleReactionError";
  message = "The reaction that called `getAbortSignal()` was re-run or destroyed";
}(), Ti = (
  // We gotta write it like this because after downleveling the pure comment may end up in the wrong location
  !!globalThis.document?.contentType && /* @__PURE__ */ globalThis.document.contentType.includes("xml")
), Oi = 1, Li = 2, os = 4, Ri = 8, Ci = 16, $i = 1, Ii = 4, ji = 8, Di = 16, Fi = 1, Ui = 2, ls = {}, Ke = /* @__PURE__ */ Symbol("uninitialized"), Hi = "http://www.w3.org/1999/xhtml";
function zi() {
  console.warn("https://svelte.dev/e/derived_inert");
}
function Bi() {
  console.warn("https://svelte.dev/e/select_multiple_invalid_value");
}
function qi() {
  console.warn("https://svelte.dev/e/svelte_boundary_reset_noop");
}
function us(r) {
  return r === this.v;
}
function cs(r, e) {
  return r != r ? e == e : r !== e || r !== null && typeof r == "object" || typeof r == "function";
}
function fs(r) {
  return !cs(r, this.v);
}
function Wi() {
  throw new Error("https://svelte.dev/e/async_derived_orphan");
}
function Vi(r, e, t) {
  throw new Error("https://svelte.dev/e/each_key_duplicate");
}
function Ki(r) {
  throw new Error("https://svelte.dev/e/effect_in_teardown");
}
function Yi() {
  throw new Error("https://svelte.dev/e/effect_in_unowned_derived");
}
function Ji(r) {
  throw new Error("https://svelte.dev/e/effect_orphan");
}
function Gi() {
  throw new Error("https://svelte.dev/e/effect_update_depth_exceeded");
}
function Xi(r) {
  throw new Error("https://svelte.dev/e/props_invalid_value");
}
function Zi() {
  throw new Error("https://svelte.dev/e/state_descriptors_fixed");
}
function Qi() {
  throw new Error("https://svelte.dev/e/state_prototype_fixed");
}
function eo() {
  throw new Error("https://svelte.dev/e/state_unsafe_mutation");
}
function to() {
  throw new Error("https://svelte.dev/e/svelte_boundary_reset_onerror");
}
let it = null;
function Rr(r) {
  it = r;
}
function ht(r, e = !1, t) {
  it = {
    p: it,
    i: !1,
    c: null,
    e: null,
    s: r,
    x: null,
    r: (
      /** @type {Effect} */
      Pe
    ),
    l: null
  };
}
function pt(r) {
  var e = (
    /** @type {ComponentContext} */
    it
  ), t = e.e;
  if (t !== null) {
    e.e = null;
    for (var a of t)
      Ts(a);
  }
  return e.i = !0, it = e.p, fa(r);
}
function fa(r = {}) {
  return es(r, ss, { value: !0 }), r;
}
function ds() {
  return !0;
}
let pr = [];
function vs() {
  var r = pr;
  pr = [], Si(r);
}
function Wt(r) {
  if (pr.length === 0 && !Kr) {
    var e = pr;
    queueMicrotask(() => {
      e === pr && vs();
    });
  }
  pr.push(r);
}
function ro() {
  for (; pr.length > 0; )
    vs();
}
const no = -7169;
function We(r, e) {
  r.f = r.f & no | e;
}
function da(r) {
  (r.f & Pt) !== 0 || r.deps === null ? We(r, Ye) : We(r, dt);
}
function hs(r, e) {
  (r.f & je) !== 0 ? e.set(r, je) : (r.f & dt) !== 0 && e.get(r) !== je && e.set(r, dt), We(r, Ye);
}
let $a = !1;
function ao() {
  $a || ($a = !0, document.addEventListener(
    "reset",
    (r) => {
      Promise.resolve().then(() => {
        if (!r.defaultPrevented)
          for (
            const e of
            /**@type {HTMLFormElement} */
            r.target.elements
          )
            e[fn]?.();
      });
    },
    // In the capture phase to guarantee we get noticed of it (no possibility of stopPropagation)
    { capture: !0 }
  ));
}
function Dr(r) {
  var e = Ae, t = Pe;
  kt(null), Ft(null);
  try {
    return r();
  } finally {
    kt(e), Ft(t);
  }
}
function ps(r, e, t, a = t) {
  r.addEventListener(e, () => Dr(t));
  const s = (
    /** @type {any} */
    r[fn]
  );
  s ? r[fn] = () => {
    s(), a(!0);
  } : r[fn] = () => a(!0), ao();
}
function so(r, e, t, a) {
  const s = Zr;
  var i = r.filter((d) => !d.settled), o = e.map(s);
  if (t.length === 0 && i.length === 0) {
    a(o);
    return;
  }
  var l = (
    /** @type {Effect} */
    Pe
  ), u = io(), f = i.length === 1 ? i[0].promise : i.length > 1 ? Promise.all(i.map((d) => d.promise)) : null;
  function v(d) {
    if ((l.f & Qe) === 0) {
      u();
      try {
        a([...o, ...d]);
      } catch (y) {
        $t(y, l);
      }
      bn();
    }
  }
  var h = _s();
  if (t.length === 0) {
    f.then(() => v([])).finally(h);
    return;
  }
  function b() {
    Promise.all(t.map((d) => /* @__PURE__ */ oo(d))).then(v).catch((d) => $t(d, l)).finally(h);
  }
  f ? f.then(() => {
    if ((l.f & Qe) !== 0) {
      h();
      return;
    }
    u(), b(), bn();
  }) : b();
}
function io() {
  var r = (
    /** @type {Effect} */
    Pe
  ), e = Ae, t = it, a = (
    /** @type {Batch} */
    be
  );
  return function(i = !0) {
    Ft(r), kt(e), Rr(t), i && (r.f & Qe) === 0 && (a?.activate(), a?.apply());
  };
}
function bn(r = !0) {
  Ft(null), kt(null), Rr(null), r && be?.deactivate();
}
function _s() {
  var r = (
    /** @type {Effect} */
    Pe
  ), e = r.b, t = (
    /** @type {Batch} */
    be
  ), a = !!e?.is_rendered();
  return e?.update_pending_count(1, t), t.increment(a, r), () => {
    e?.update_pending_count(-1, t), t.decrement(a, r);
  };
}
// @__NO_SIDE_EFFECTS__
function Zr(r) {
  var e = et | je;
  return Pe !== null && (Pe.f |= jr), {
    ctx: it,
    deps: null,
    effects: null,
    equals: us,
    f: e,
    fn: r,
    reactions: null,
    rv: 0,
    v: (
      /** @type {V} */
      Ke
    ),
    wv: 0,
    parent: Pe,
    ac: null
  };
}
const qr = /* @__PURE__ */ Symbol("obsolete");
// @__NO_SIDE_EFFECTS__
function oo(r, e, t) {
  let a = (
    /** @type {Effect | null} */
    Pe
  );
  a === null && Wi();
  var s = (
    /** @type {Promise<V>} */
    /** @type {unknown} */
    void 0
  ), i = wr(
    /** @type {V} */
    Ke
  ), o = !Ae, l = /* @__PURE__ */ new Set();
  return Eo(() => {
    var u = (
      /** @type {Effect} */
      Pe
    ), f = ns();
    s = f.promise;
    try {
      Promise.resolve(r()).then(f.resolve, (d) => {
        d !== tn && f.reject(d);
      }).finally(bn);
    } catch (d) {
      f.reject(d), bn();
    }
    var v = (
      /** @type {Batch} */
      be
    );
    if (o) {
      if ((u.f & Ir) !== 0)
        var h = _s();
      if (
        // boundary can be null if the async derived is inside an $effect.root not connected to the component render tree
        a.b?.is_rendered()
      )
        v.async_deriveds.get(u)?.reject(qr);
      else
        for (const d of l.values())
          d.reject(qr);
      l.add(f), v.async_deriveds.set(u, f);
    }
    const b = (d, y = void 0) => {
      h?.(), l.delete(f), y !== qr && (v.activate(), y ? (i.f |= ir, Cr(i, y)) : ((i.f & ir) !== 0 && (i.f ^= ir), Cr(i, d)), v.deactivate());
    };
    f.promise.then(b, (d) => b(null, d || "unknown"));
  }), ga(() => {
    for (const u of l)
      u.reject(qr);
  }), new Promise((u) => {
    function f(v) {
      function h() {
        v === s ? u(i) : f(s);
      }
      v.then(h, h);
    }
    f(s);
  });
}
// @__NO_SIDE_EFFECTS__
function H(r) {
  const e = /* @__PURE__ */ Zr(r);
  return $s(e), e;
}
// @__NO_SIDE_EFFECTS__
function gs(r) {
  const e = /* @__PURE__ */ Zr(r);
  return e.equals = fs, e;
}
function lo(r) {
  var e = r.effects;
  if (e !== null) {
    r.effects = null;
    for (var t = 0; t < e.length; t += 1)
      ut(
        /** @type {Effect} */
        e[t]
      );
  }
}
function va(r) {
  var e, t = Pe, a = r.parent;
  if (!Zt && a !== null && r.v !== Ke && // if it was never evaluated before, it's guaranteed to fail downstream, so we try to execute instead
  (a.f & (Qe | st)) !== 0)
    return zi(), r.v;
  Ft(a);
  try {
    lo(r), e = Fs(r);
  } finally {
    Ft(t);
  }
  return e;
}
function ms(r) {
  var e = va(r);
  if (!r.equals(e) && (r.wv = js(), (!be?.is_fork || r.deps === null) && (be !== null ? (be.capture(r, e, !0), Pr?.capture(r, e, !0)) : r.v = e, r.deps === null))) {
    We(r, Ye);
    return;
  }
  Zt || (Mt !== null ? (_a() || be?.is_fork) && Mt.set(r, e) : da(r));
}
function uo(r) {
  if (r.effects !== null)
    for (const e of r.effects)
      (e.teardown || e.ac) && (e.teardown?.(), e.ac !== null && Dr(() => {
        e.ac.abort(tn), e.ac = null;
      }), e.fn !== null && (e.teardown = rs), Qr(e, 0), ma(e));
}
function bs(r) {
  if (r.effects !== null)
    for (const e of r.effects)
      e.teardown && e.fn !== null && $r(e);
}
let Un = null, Sr = null, be = null, Pr = null, Mt = null, ea = null, Kr = !1, Hn = !1, Yr = null, dn = null;
var Ia = 0;
let co = 1;
class lr {
  id = co++;
  /** True as soon as `#process` was called */
  started = !1;
  linked = !0;
  /** @type {Batch | null} */
  prev = null;
  /** @type {Batch | null} */
  next = null;
  /** @type {Map<Effect, ReturnType<typeof deferred<any>>>} */
  async_deriveds = /* @__PURE__ */ new Map();
  /**
   * The current values of any signals that are updated in this batch.
   * Tuple format: [value, is_derived] (note: is_derived is false for deriveds, too, if they were overridden via assignment)
   * The keys of this map are identical to `this.previous`
   * @type {Map<Value, [any, boolean]>}
   */
  current = /* @__PURE__ */ new Map();
  /**
   * The values of any signals (sources and deriveds) that are updated in this batch _before_ those updates took place.
   * The keys of this map are identical to `this.current`
   * @type {Map<Value, any>}
   */
  previous = /* @__PURE__ */ new Map();
  /**
   * When the batch is committed (and the DOM is updated), we need to remove old branches
   * and append new ones by calling the functions added inside (if/each/key/etc) blocks
   * @type {Set<(batch: Batch) => void>}
   */
  #e = /* @__PURE__ */ new Set();
  /**
   * If a fork is discarded, we need to destroy any effects that are no longer needed
   * @type {Set<(batch: Batch) => void>}
   */
  #r = /* @__PURE__ */ new Set();
  /**
   * The number of async effects that are currently in flight
   */
  #t = 0;
  /**
   * Async effects that are currently in flight, _not_ inside a pending boundary
   * @type {Map<Effect, number>}
   */
  #n = /* @__PURE__ */ new Map();
  /**
   * A deferred that resolves when the batch is committed, used with `settled()`
   * TODO replace with Promise.withResolvers once supported widely enough
   * @type {{ promise: Promise<void>, resolve: (value?: any) => void, reject: (reason: unknown) => void } | null}
   */
  #a = null;
  /**
   * Effects that were scheduled in this batch but not yet 'resolved' into the
   * root effects that need to be flushed. Resolving — the upwards traversal that
   * marks the path to each effect on the shared effect tree (see #resolve) — is
   * deferred until the batch is processed, so that the markers are created and
   * consumed within a single traversal. Scheduling into other batches (which can
   * happen concurrently, e.g. while a batch is committed) can therefore never
   * observe (and be confused by) this batch's markers.
   * May contain duplicates — deduplication happens during resolving
   * @type {Effect[]}
   */
  #s = [];
  /**
   * Effects created while this batch was active.
   * @type {Effect[]}
   */
  #o = [];
  /**
   * Deferred effects (which run after async work has completed) and their status (DIRTY or MAYBE_DIRTY)
   * @type {Map<Effect, number>}
   */
  #i = /* @__PURE__ */ new Map();
  /**
   * A map of branches that still exist, but will be destroyed when this batch
   * is committed — we skip over these during `process`.
   * The value contains child effects that were dirty/maybe_dirty before being reset,
   * so they can be rescheduled if the branch survives.
   * @type {Map<Effect, { d: Effect[], m: Effect[] }>}
   */
  #l = /* @__PURE__ */ new Map();
  /**
   * Inverse of #skipped_branches which we need to tell prior batches to unskip them when committing
   * @type {Set<Effect>}
   */
  #v = /* @__PURE__ */ new Set();
  is_fork = !1;
  #u = !1;
  constructor() {
    Sr === null ? Un = Sr = this : (Sr.next = this, this.prev = Sr), Sr = this;
  }
  #h() {
    if (this.is_fork) return !0;
    for (const e of this.#n.keys())
      if (!this.#g(e))
        return !0;
    return !1;
  }
  /**
   * Whether `effect` is inside a branch that this batch skips
   * @param {Effect} effect
   */
  #g(e) {
    for (var t = (
      /** @type {Effect | null} */
      e
    ); t !== null; t = t.parent)
      if (this.#l.has(t)) return !0;
    return !1;
  }
  /**
   * Add an effect to the #skipped_branches map and reset its children
   * @param {Effect} effect
   */
  skip_effect(e) {
    this.#l.has(e) || this.#l.set(e, { d: [], m: [] }), this.#v.delete(e);
  }
  /**
   * Remove an effect from the #skipped_branches map and reschedule
   * any tracked dirty/maybe_dirty child effects
   * @param {Effect} effect
   * @param {(e: Effect) => void} callback
   */
  unskip_effect(e, t = (a) => this.schedule(a)) {
    var a = this.#l.get(e);
    if (a) {
      this.#l.delete(e);
      for (var s of a.d)
        We(s, je), t(s);
      for (s of a.m)
        We(s, dt), t(s);
    }
    this.#v.add(e);
  }
  /**
   * Convert the effects that were scheduled in this batch into the root effects
   * that need to be traversed, marking the path to each effect (by clearing the
   * `CLEAN` flag on ancestor branches) so that the traversal can find them.
   * This happens right before traversal rather than at scheduling time, so that
   * the markers left on the (shared) effect tree are created and consumed within
   * a single traversal — scheduling into other batches can never observe them
   * @returns {Effect[]}
   */
  #c() {
    var e = [];
    for (const i of this.#s)
      if (!((i.f & Qe) !== 0 || (i.f & (je | dt)) === 0)) {
        for (var t = i, a = !1; t.parent !== null; ) {
          t = t.parent;
          var s = t.f;
          if ((s & (or | Tt)) !== 0) {
            if ((s & Ye) === 0) {
              a = !0;
              break;
            }
            t.f ^= Ye;
          }
        }
        a || e.push(t);
      }
    return this.#s = [], e;
  }
  #p() {
    this.started = !0;
    for (const [l, u] of this.#i)
      We(l, u), this.schedule(l);
    this.apply();
    for (var e = Yr = [], t = [], a = dn = []; this.#s.length > 0; ) {
      Ia++ > 1e3 && (this.#d(), vo());
      for (const l of this.#c())
        try {
          this.#b(l, e, t);
        } catch (u) {
          throw ks(l), this.#h() || this.discard(), u;
        }
    }
    if (be = null, a.length > 0) {
      var s = lr.ensure();
      for (const l of a)
        s.schedule(l);
    }
    if (Yr = null, dn = null, this.#h()) {
      this.#_(t), this.#_(e);
      for (const [l, u] of this.#l)
        ws(l, u);
      a.length > 0 && /** @type {unknown} */
      be.#p();
      return;
    }
    const i = this.#k();
    if (i) {
      this.#_(t), this.#_(e), i.#f(this);
      return;
    }
    this.#i.clear();
    for (const l of this.#e) l(this);
    this.#e.clear(), Pr = this, ja(t), ja(e), Pr = null, this.#a?.resolve();
    var o = (
      /** @type {Batch | null} */
      /** @type {unknown} */
      be
    );
    this.#t === 0 && (this.#s.length === 0 || o !== null) && this.#d(), o !== null && (jt.clear(), o.#p());
  }
  /**
   * Traverse the effect tree, executing effects or stashing
   * them for later execution as appropriate
   * @param {Effect} root
   * @param {Effect[]} effects
   * @param {Effect[]} render_effects
   */
  #b(e, t, a) {
    e.f ^= Ye;
    for (var s = e.first; s !== null; ) {
      var i = s.f, o = (i & (Tt | or)) !== 0, l = o && (i & Ye) !== 0, u = l || (i & st) !== 0 || this.#l.has(s);
      if (!u && s.fn !== null) {
        o ? s.f ^= Ye : (i & Lr) !== 0 ? t.push(s) : nn(s) && ((i & At) !== 0 && this.add_dirty_reaction(s, dt), $r(s));
        var f = s.first;
        if (f !== null) {
          s = f;
          continue;
        }
      }
      for (; s !== null; ) {
        var v = s.next;
        if (v !== null) {
          s = v;
          break;
        }
        s = s.parent;
      }
    }
  }
  #k() {
    for (var e = this.prev; e !== null; e = e.prev)
      if (!e.is_fork && this.#m(e)) return e;
    return null;
  }
  /** @param {Batch} batch */
  #m(e) {
    for (const [t, [, a]] of this.current)
      if (!a && e.current.has(t))
        return !0;
    return !1;
  }
  /**
   * @param {Batch} batch
   */
  #f(e) {
    for (const [a, s] of e.current)
      !this.previous.has(a) && e.previous.has(a) && this.previous.set(a, e.previous.get(a)), this.current.set(a, s);
    for (const [a, s] of e.async_deriveds) {
      const i = this.async_deriveds.get(a);
      i && s.promise.then(i.resolve).catch(i.reject);
    }
    e.async_deriveds.clear(), this.transfer_reactions(e.#i);
    const t = (a) => {
      var s = a.reactions;
      if (s !== null && !((a.f & et) !== 0 && (a.f & (je | dt)) === 0))
        for (const l of s) {
          var i = l.f;
          if ((i & et) !== 0)
            t(
              /** @type {Derived} */
              l
            );
          else {
            var o = (
              /** @type {Effect} */
              l
            );
            i & (Nr | At) && !this.async_deriveds.has(o) && (this.#i.delete(o), We(o, je), this.schedule(o));
          }
        }
    };
    for (const a of this.current.keys())
      t(a);
    this.oncommit(() => e.discard()), e.#d(), be = this, this.#p();
  }
  /**
   * @param {Effect[]} effects
   */
  #_(e) {
    for (var t = 0; t < e.length; t += 1)
      hs(e[t], this.#i);
  }
  /**
   * Associate a change to a given source with the current
   * batch, noting its previous and current values
   * @param {Value} source
   * @param {any} value
   * @param {boolean} [is_derived]
   */
  capture(e, t, a = !1) {
    e.v !== Ke && !this.previous.has(e) && this.previous.set(e, e.v), (e.f & ir) === 0 && (this.current.set(e, [t, a]), Mt?.set(e, t)), this.is_fork || (e.v = t);
  }
  activate() {
    be = this;
  }
  deactivate() {
    be = null, Mt = null;
  }
  flush() {
    try {
      Hn = !0, be = this, this.#p();
    } finally {
      Ia = 0, ea = null, Yr = null, dn = null, Hn = !1, be = null, Mt = null, jt.clear();
    }
  }
  discard() {
    for (const e of this.#r) e(this);
    this.#r.clear();
    for (const e of this.async_deriveds.values())
      e.reject(qr);
    this.#d(), this.#a?.resolve();
  }
  /**
   * @param {Effect} effect
   */
  register_created_effect(e) {
    this.#o.push(e);
  }
  #y() {
    for (let h = Un; h !== null; h = h.next) {
      var e = h.id < this.id, t = [];
      for (const [b, [d, y]] of this.current) {
        if (h.current.has(b)) {
          var a = (
            /** @type {[any, boolean]} */
            h.current.get(b)[0]
          );
          if (e && d !== a)
            h.current.set(b, [d, y]);
          else
            continue;
        }
        t.push(b);
      }
      if (e)
        for (const [b, d] of this.async_deriveds) {
          const y = h.async_deriveds.get(b);
          y && d.promise.then(y.resolve).catch(y.reject);
        }
      var s = [...h.current.keys()].filter(
        (b) => !/** @type {[any, boolean]} */
        h.current.get(b)[1]
      );
      if (!(!h.started || s.length === 0)) {
        var i = s.filter((b) => !this.current.has(b));
        if (i.length === 0)
          e && h.discard();
        else if (t.length > 0) {
          if (e)
            for (const b of this.#v)
              h.unskip_effect(b, (d) => {
                (d.f & (At | Nr)) !== 0 ? h.schedule(d) : h.#_([d]);
              });
          h.activate();
          var o = /* @__PURE__ */ new Set(), l = /* @__PURE__ */ new Map();
          for (var u of t)
            ys(u, i, o, l);
          l = /* @__PURE__ */ new Map();
          var f = [...h.current].filter(([b, d]) => {
            const y = this.current.get(b);
            return y ? y[0] !== d[0] || y[1] !== d[1] : !0;
          }).map(([b]) => b);
          if (f.length > 0)
            for (const b of this.#o)
              (b.f & (Qe | st | gn)) === 0 && ha(b, f, l) && ((b.f & (Nr | At)) !== 0 ? (We(b, je), h.schedule(b)) : h.add_dirty_reaction(b, je));
          if (h.#s.length > 0 && !h.#u) {
            h.apply();
            for (var v of h.#c())
              h.#b(v, [], []);
          }
          h.deactivate();
        }
      }
    }
  }
  /**
   * @param {boolean} blocking
   * @param {Effect} effect
   */
  increment(e, t) {
    if (this.#t += 1, e) {
      let a = this.#n.get(t) ?? 0;
      this.#n.set(t, a + 1);
    }
  }
  /**
   * @param {boolean} blocking
   * @param {Effect} effect
   */
  decrement(e, t) {
    if (this.#t -= 1, e) {
      let a = this.#n.get(t) ?? 0;
      a === 1 ? this.#n.delete(t) : this.#n.set(t, a - 1);
    }
    this.#u || (this.#u = !0, Wt(() => {
      this.#u = !1, this.linked && this.flush();
    }));
  }
  /**
   * @param {Map<Effect, number>} dirty_reactions
   */
  transfer_reactions(e) {
    for (const [t, a] of e)
      this.add_dirty_reaction(t, a);
    e.clear();
  }
  /**
   * @param {Effect} effect
   * @param {number} status
   */
  add_dirty_reaction(e, t) {
    (t === je || this.#i.get(e) !== je) && this.#i.set(e, t);
  }
  /** @param {(batch: Batch) => void} fn */
  oncommit(e) {
    this.#e.add(e);
  }
  /** @param {(batch: Batch) => void} fn */
  ondiscard(e) {
    this.#r.add(e);
  }
  settled() {
    return (this.#a ??= ns()).promise;
  }
  static ensure() {
    if (be === null) {
      const e = be = new lr();
      !Hn && !Kr && Wt(() => {
        e.started || e.flush();
      });
    }
    return be;
  }
  apply() {
    {
      Mt = null;
      return;
    }
  }
  /**
   *
   * @param {Effect} effect
   */
  schedule(e) {
    if (ea = e, e.b?.is_pending && (e.f & (Lr | Nn | as)) !== 0 && (e.f & Ir) === 0) {
      e.b.defer_effect(e);
      return;
    }
    this.#s.push(e);
  }
  #d() {
    if (this.linked) {
      var e = this.prev, t = this.next;
      e === null ? Un = t : e.next = t, t === null ? Sr = e : t.prev = e, this.linked = !1;
    }
  }
}
function fo(r) {
  var e = Kr, t = Pr;
  Pr = null, Kr = !0;
  try {
    for (var a; ; ) {
      if (ro(), be === null)
        return (
          /** @type {T} */
          a
        );
      be.flush();
    }
  } finally {
    Kr = e, Pr = t;
  }
}
function vo() {
  try {
    Gi();
  } catch (r) {
    $t(r, ea);
  }
}
let qt = null;
function ja(r) {
  var e = r.length;
  if (e !== 0) {
    for (var t = 0; t < e; ) {
      var a = r[t++];
      if ((a.f & (Qe | st)) === 0 && nn(a) && (qt = /* @__PURE__ */ new Set(), $r(a), a.deps === null && a.first === null && a.nodes === null && a.teardown === null && a.ac === null && Ls(a), qt?.size > 0)) {
        jt.clear();
        for (const s of qt) {
          if ((s.f & (Qe | st)) !== 0) continue;
          const i = [s];
          let o = s.parent;
          for (; o !== null; )
            qt.has(o) && (qt.delete(o), i.push(o)), o = o.parent;
          for (let l = i.length - 1; l >= 0; l--) {
            const u = i[l];
            (u.f & (Qe | st)) === 0 && $r(u);
          }
        }
        qt.clear();
      }
    }
    qt = null;
  }
}
function ys(r, e, t, a) {
  if (!t.has(r) && (t.add(r), r.reactions !== null))
    for (const s of r.reactions) {
      const i = s.f;
      (i & et) !== 0 ? ys(
        /** @type {Derived} */
        s,
        e,
        t,
        a
      ) : (i & (Nr | At)) !== 0 && (i & je) === 0 && ha(s, e, a) && (We(s, je), pa(
        /** @type {Effect} */
        s
      ));
    }
}
function ha(r, e, t) {
  const a = t.get(r);
  if (a !== void 0) return a;
  if (r.deps !== null)
    for (const s of r.deps) {
      if (Gr.call(e, s))
        return !0;
      if ((s.f & et) !== 0 && ha(
        /** @type {Derived} */
        s,
        e,
        t
      ))
        return t.set(
          /** @type {Derived} */
          s,
          !0
        ), !0;
    }
  return t.set(r, !1), !1;
}
function pa(r) {
  be.schedule(r);
}
function ws(r, e) {
  if (!((r.f & Tt) !== 0 && (r.f & Ye) !== 0)) {
    (r.f & je) !== 0 ? e.d.push(r) : (r.f & dt) !== 0 && e.m.push(r), We(r, Ye);
    for (var t = r.first; t !== null; )
      ws(t, e), t = t.next;
  }
}
function ks(r) {
  We(r, Ye);
  for (var e = r.first; e !== null; )
    ks(e), e = e.next;
}
let yn = /* @__PURE__ */ new Set();
const jt = /* @__PURE__ */ new Map();
let xs = !1;
function wr(r, e) {
  var t = {
    f: 0,
    v: r,
    reactions: null,
    equals: us,
    rv: 0,
    wv: 0
  };
  return t;
}
// @__NO_SIDE_EFFECTS__
function L(r, e) {
  const t = wr(r);
  return $s(t), t;
}
// @__NO_SIDE_EFFECTS__
function ho(r, e = !1, t = !0) {
  const a = wr(r);
  return e || (a.equals = fs), a;
}
function S(r, e, t = !1) {
  Ae !== null && // since we are untracking the function inside `$inspect.with` we need to add this check
  // to ensure we error if state is set inside an inspect effect
  (!Nt || (Ae.f & gn) !== 0) && ds() && (Ae.f & (et | At | Nr | gn)) !== 0 && (Dt === null || !Dt.has(r)) && eo();
  let a = t ? _r(e) : e;
  return Cr(r, a, dn);
}
var hr = null, ta = 0;
function Cr(r, e, t = null) {
  if (!r.equals(e)) {
    Zt ? jt.set(r, e) : jt.has(r) || jt.set(r, r.v);
    var a = lr.ensure();
    if (a.capture(r, e), (r.f & et) !== 0) {
      const s = (
        /** @type {Derived} */
        r
      );
      (r.f & je) !== 0 && va(s), Mt === null && da(s);
    }
    r.wv = js(), hr = null, ta = 0, Es(r, je, t), hr = null, Pe !== null && (Pe.f & Ye) !== 0 && (Pe.f & (Tt | or)) === 0 && (bt === null ? Mo([r]) : bt.push(r)), !a.is_fork && yn.size > 0 && !xs && po();
  }
  return e;
}
function po() {
  xs = !1;
  for (const r of yn) {
    (r.f & Ye) !== 0 && We(r, dt);
    let e;
    try {
      e = nn(r);
    } catch {
      e = !0;
    }
    e && $r(r);
  }
  yn.clear();
}
function _o(r, e = 1) {
  var t = n(r), a = e === 1 ? t++ : t--;
  return S(r, t), a;
}
function Jr(r) {
  S(r, r.v + 1);
}
function Es(r, e, t) {
  var a = r.reactions;
  if (a !== null) {
    var s = a.length;
    if (ta += s, ta > 1e5 && hr === null && (hr = /* @__PURE__ */ new Set()), hr !== null) {
      if (hr.has(r)) return;
      hr.add(r);
    }
    for (var i = 0; i < s; i++) {
      var o = a[i], l = o.f, u = (l & je) === 0;
      if (u && We(o, e), (l & gn) !== 0)
        yn.add(
          /** @type {Effect} */
          o
        );
      else if ((l & et) !== 0) {
        var f = (
          /** @type {Derived} */
          o
        );
        Mt?.delete(f), Es(f, dt, t);
      } else if (u) {
        var v = (
          /** @type {Effect} */
          o
        );
        (l & At) !== 0 && qt !== null && qt.add(v), t !== null ? t.push(v) : pa(v);
      }
    }
  }
}
function _r(r) {
  if (typeof r != "object" || r === null || Vt in r || ss in r)
    return r;
  const e = ua(r);
  if (e !== xi && e !== Ei)
    return r;
  var t = /* @__PURE__ */ new Map(), a = An(r), s = /* @__PURE__ */ L(0), i = br, o = (l) => {
    if (br === i)
      return l();
    var u = Ae, f = br;
    kt(null), Ua(i);
    var v = l();
    return kt(u), Ua(f), v;
  };
  return a && t.set("length", /* @__PURE__ */ L(
    /** @type {any[]} */
    r.length
  )), new Proxy(
    /** @type {any} */
    r,
    {
      defineProperty(l, u, f) {
        (!("value" in f) || f.configurable === !1 || f.enumerable === !1 || f.writable === !1) && Zi();
        var v = t.get(u);
        return v === void 0 ? o(() => {
          var h = /* @__PURE__ */ L(f.value);
          return t.set(u, h), h;
        }) : S(v, f.value, !0), !0;
      },
      deleteProperty(l, u) {
        var f = t.get(u);
        if (f === void 0) {
          if (u in l) {
            const v = o(() => /* @__PURE__ */ L(Ke));
            t.set(u, v), Jr(s);
          }
        } else
          S(f, Ke), Jr(s);
        return !0;
      },
      get(l, u, f) {
        if (u === Vt)
          return r;
        var v = t.get(u), h = u in l;
        if (v === void 0 && (!h || Mr(l, u)?.writable) && (v = o(() => {
          var d = _r(h ? l[u] : Ke), y = /* @__PURE__ */ L(d);
          return y;
        }), t.set(u, v)), v !== void 0) {
          var b = n(v);
          return b === Ke ? void 0 : b;
        }
        return Reflect.get(l, u, f);
      },
      getOwnPropertyDescriptor(l, u) {
        this.has?.(l, u);
        var f = Reflect.getOwnPropertyDescriptor(l, u), v = t.get(u);
        if (v !== void 0) {
          var h = n(v);
          if (h === Ke)
            return;
          if (f && "value" in f)
            f.value = h;
          else
            return {
              enumerable: !0,
              configurable: !0,
              value: h,
              writable: !0
            };
        }
        return f;
      },
      has(l, u) {
        if (u === Vt)
          return !0;
        var f = t.get(u), v = f !== void 0 && f.v !== Ke || Reflect.has(l, u);
        if (f !== void 0 || (Pe !== null || Ae !== null) && (!v || Mr(l, u)?.writable)) {
          f === void 0 && (f = o(() => {
            var b = v ? _r(l[u]) : Ke, d = /* @__PURE__ */ L(b);
            return d;
          }), t.set(u, f));
          var h = n(f);
          if (h === Ke)
            return !1;
        }
        return v;
      },
      set(l, u, f, v) {
        var h = t.get(u), b = u in l;
        if (a && u === "length")
          for (var d = f; d < /** @type {Source<number>} */
          h.v; d += 1) {
            var y = t.get(d + "");
            y !== void 0 ? S(y, Ke) : d in l && (y = o(() => /* @__PURE__ */ L(Ke)), t.set(d + "", y));
          }
        if (h === void 0)
          (!b || Mr(l, u)?.writable) && (h = o(() => /* @__PURE__ */ L(void 0)), S(h, _r(f)), t.set(u, h));
        else {
          b = h.v !== Ke;
          var E = o(() => _r(f));
          S(h, E);
        }
        var _ = Reflect.getOwnPropertyDescriptor(l, u);
        if (_?.set && _.set.call(v, f), !b) {
          if (a && typeof u == "string") {
            var A = (
              /** @type {Source<number>} */
              t.get("length")
            ), C = Number(u);
            Number.isInteger(C) && C >= A.v && S(A, C + 1);
          }
          Jr(s);
        }
        return !0;
      },
      ownKeys(l) {
        n(s);
        var u = Reflect.ownKeys(l).filter((h) => {
          var b = t.get(h);
          return b === void 0 || b.v !== Ke;
        });
        for (var [f, v] of t)
          v.v !== Ke && !(f in l) && u.push(f);
        return u;
      },
      setPrototypeOf() {
        Qi();
      }
    }
  );
}
function Da(r) {
  try {
    if (r !== null && typeof r == "object" && Vt in r)
      return r[Vt];
  } catch {
  }
  return r;
}
function Ss(r, e) {
  return Object.is(Da(r), Da(e));
}
var wn, As, Ms, Ns;
function go() {
  if (wn === void 0) {
    wn = window, As = /Firefox/.test(navigator.userAgent);
    var r = Element.prototype, e = Node.prototype, t = Text.prototype;
    Ms = Mr(e, "firstChild").get, Ns = Mr(e, "nextSibling").get, Ca(r) && (r[Xn] = void 0, r[is] = null, r[Zn] = void 0, r.__e = void 0), Ca(t) && (t[Qn] = void 0);
  }
}
function Kt(r = "") {
  return document.createTextNode(r);
}
// @__NO_SIDE_EFFECTS__
function kr(r) {
  return (
    /** @type {TemplateNode | null} */
    Ms.call(r)
  );
}
// @__NO_SIDE_EFFECTS__
function rn(r) {
  return (
    /** @type {TemplateNode | null} */
    Ns.call(r)
  );
}
function w(r, e) {
  return /* @__PURE__ */ kr(r);
}
function Oe(r, e = !1) {
  {
    var t = /* @__PURE__ */ kr(r);
    return t instanceof Comment && t.data === "" ? /* @__PURE__ */ rn(t) : t;
  }
}
function Y(r, e = !1) {
  return /* @__PURE__ */ kr(r);
}
function c(r, e = 1, t = !1) {
  let a = r;
  for (; e--; )
    a = /** @type {TemplateNode} */
    /* @__PURE__ */ rn(a);
  return a;
}
function mo(r) {
  r.textContent = "";
}
function Ps() {
  return !1;
}
function bo(r, e, t) {
  return (
    /** @type {T extends keyof HTMLElementTagNameMap ? HTMLElementTagNameMap[T] : Element} */
    t ? document.createElement(r, { is: t }) : document.createElement(r)
  );
}
function yo(r) {
  var e = Pe;
  if (e === null)
    return Ae.f |= ir, r;
  if ((e.f & Ir) === 0 && (e.f & Lr) === 0)
    throw r;
  $t(r, e);
}
function $t(r, e) {
  if (r === ls)
    throw r;
  if (!(e !== null && (e.f & Qe) !== 0)) {
    for (; e !== null; ) {
      if ((e.f & Gn) !== 0 && (e.f & (Qe | Xr)) === 0) {
        if ((e.f & Ir) === 0)
          throw r;
        try {
          e.b.error(r);
          return;
        } catch (t) {
          r = t;
        }
      }
      e = e.parent;
    }
    throw r;
  }
}
function wo(r) {
  Pe === null && (Ae === null && Ji(), Yi()), Zt && Ki();
}
function ko(r, e) {
  var t = e.last;
  t === null ? e.last = e.first = r : (t.next = r, r.prev = t, e.last = r);
}
function Qt(r, e) {
  var t = Pe;
  t !== null && (t.f & st) !== 0 && (r |= st);
  var a = {
    ctx: it,
    deps: null,
    nodes: null,
    f: r | je | Pt,
    first: null,
    fn: e,
    last: null,
    next: null,
    parent: t,
    b: t && t.b,
    prev: null,
    teardown: null,
    wv: 0,
    ac: null
  };
  be?.register_created_effect(a);
  var s = a;
  if ((r & Lr) !== 0)
    Yr !== null ? Yr.push(a) : lr.ensure().schedule(a);
  else if (e !== null) {
    try {
      $r(a);
    } catch (o) {
      throw ut(a), o;
    }
    s.deps === null && s.teardown === null && s.nodes === null && s.first === s.last && // either `null`, or a singular child
    (s.f & jr) === 0 && (s = s.first, (r & At) !== 0 && (r & yr) !== 0 && s !== null && (s.f |= yr));
  }
  if (s !== null && (s.parent = t, t !== null && ko(s, t), Ae !== null && (Ae.f & et) !== 0 && (r & or) === 0)) {
    var i = (
      /** @type {Derived} */
      Ae
    );
    (i.effects ??= []).push(s);
  }
  return a;
}
function _a() {
  return Ae !== null && !Nt;
}
function ga(r) {
  const e = Qt(Nn, null);
  return We(e, Ye), e.teardown = r, e;
}
function Yt(r) {
  wo();
  var e = (
    /** @type {Effect} */
    Pe.f
  ), t = !Ae && (e & Tt) !== 0 && it !== null && !it.i;
  if (t) {
    var a = (
      /** @type {ComponentContext} */
      it
    );
    (a.e ??= []).push(r);
  } else
    return Ts(r);
}
function Ts(r) {
  return Qt(Lr | Mi, r);
}
function xo(r) {
  lr.ensure();
  const e = Qt(or | jr, r);
  return (t = {}) => new Promise((a) => {
    t.outro ? mr(e, () => {
      ut(e), a(void 0);
    }) : (ut(e), a(void 0));
  });
}
function Pn(r) {
  return Qt(Lr, r);
}
function Eo(r) {
  return Qt(Nr | jr, r);
}
function Tn(r, e = 0) {
  return Qt(Nn | e, r);
}
function $(r, e = [], t = [], a = []) {
  so(a, e, t, (s) => {
    Qt(Nn, () => {
      r(...s.map(n));
    });
  });
}
function On(r, e = 0) {
  var t = Qt(At | e, r);
  return t;
}
function yt(r) {
  return Qt(Tt | jr, r);
}
function Os(r) {
  var e = r.teardown;
  if (e !== null) {
    const t = Zt, a = Ae;
    Fa(!0), kt(null);
    try {
      e.call(null);
    } catch (s) {
      $t(s, r.parent);
    } finally {
      Fa(t), kt(a);
    }
  }
}
function ma(r, e = !1) {
  var t = r.first;
  for (r.first = r.last = null; t !== null; ) {
    const s = t.ac;
    s !== null && Dr(() => {
      s.abort(tn);
    });
    var a = t.next;
    (t.f & or) !== 0 ? t.parent = null : ut(t, e), t = a;
  }
}
function So(r) {
  for (var e = r.first; e !== null; ) {
    var t = e.next;
    (e.f & Tt) === 0 && ut(e), e = t;
  }
}
function ut(r, e = !0) {
  var t = !1;
  (e || (r.f & Ai) !== 0) && r.nodes !== null && r.nodes.end !== null && (Ao(
    r.nodes.start,
    /** @type {TemplateNode} */
    r.nodes.end
  ), t = !0), r.f |= Xr, ma(r, e && !t), Qr(r, 0);
  var a = r.nodes && r.nodes.t;
  if (a !== null)
    for (const i of a)
      i.stop();
  Os(r), r.f ^= Xr, r.f |= Qe;
  var s = r.parent;
  s !== null && s.first !== null && Ls(r), r.next = r.prev = r.teardown = r.ctx = r.deps = r.fn = r.nodes = r.ac = r.b = null;
}
function Ao(r, e) {
  for (; r !== null; ) {
    var t = r === e ? null : /* @__PURE__ */ rn(r);
    r.remove(), r = t;
  }
}
function Ls(r) {
  var e = r.parent, t = r.prev, a = r.next;
  t !== null && (t.next = a), a !== null && (a.prev = t), e !== null && (e.first === r && (e.first = a), e.last === r && (e.last = t));
}
function mr(r, e, t = !0) {
  var a = [];
  r.f |= ca, Rs(r, a, !0);
  var s = () => {
    t && ut(r), e && e();
  }, i = a.length;
  if (i > 0) {
    var o = () => --i || s();
    for (var l of a)
      l.out(o);
  } else
    s();
}
function Rs(r, e, t) {
  if ((r.f & st) === 0) {
    r.f ^= st;
    var a = r.nodes && r.nodes.t;
    if (a !== null)
      for (const l of a)
        (l.is_global || t) && e.push(l);
    for (var s = r.first; s !== null; ) {
      var i = s.next;
      if ((s.f & or) === 0) {
        var o = (s.f & yr) !== 0 || // If this is a branch effect without a block effect parent,
        // it means the parent block effect was pruned. In that case,
        // transparency information was transferred to the branch effect.
        (s.f & Tt) !== 0 && (r.f & At) !== 0;
        Rs(s, e, o ? t : !1);
      }
      s = i;
    }
  }
}
function kn(r) {
  r.f &= ~ca, Cs(r, !0);
}
function Cs(r, e) {
  if ((r.f & ca) === 0 && (r.f & st) !== 0) {
    r.f ^= st, (r.f & Ye) === 0 && (We(r, je), lr.ensure().schedule(r));
    for (var t = r.first; t !== null; ) {
      var a = t.next, s = (t.f & yr) !== 0 || (t.f & Tt) !== 0;
      Cs(t, s ? e : !1), t = a;
    }
    var i = r.nodes && r.nodes.t;
    if (i !== null)
      for (const o of i)
        (o.is_global || e) && o.in();
  }
}
function ba(r, e) {
  if (r.nodes)
    for (var t = r.nodes.start, a = r.nodes.end; t !== null; ) {
      var s = t === a ? null : /* @__PURE__ */ rn(t);
      e.append(t), t = s;
    }
}
let Zt = !1;
function Fa(r) {
  Zt = r;
}
let Ae = null, Nt = !1;
function kt(r) {
  Ae = r;
}
let Pe = null;
function Ft(r) {
  Pe = r;
}
let Dt = null;
function $s(r) {
  Ae !== null && ((Ae.f & mn) !== 0 || (Ae.f & et) !== 0) && (Dt ??= /* @__PURE__ */ new Set()).add(r);
}
let lt = null, ft = 0, bt = null;
function Mo(r) {
  bt = r;
}
let Is = 1, gr = 0, br = gr;
function Ua(r) {
  br = r;
}
function js() {
  return ++Is;
}
function nn(r) {
  var e = r.f;
  if ((e & je) !== 0)
    return !0;
  if ((e & dt) !== 0) {
    for (var t = (
      /** @type {Value[]} */
      r.deps
    ), a = t.length, s = 0; s < a; s++) {
      var i = t[s];
      if (nn(
        /** @type {Derived} */
        i
      ) && ms(
        /** @type {Derived} */
        i
      ), i.wv > r.wv)
        return !0;
    }
    (e & Pt) !== 0 && // During time traveling we don't want to reset the status so that
    // traversal of the graph in the other batches still happens
    Mt === null && We(r, Ye);
  }
  return !1;
}
function Ds(r, e, t = !0) {
  var a = r.reactions;
  if (a !== null && !(Dt !== null && Dt.has(r)))
    for (var s = 0; s < a.length; s++) {
      var i = a[s];
      (i.f & et) !== 0 ? Ds(
        /** @type {Derived} */
        i,
        e,
        !1
      ) : e === i && (t ? We(i, je) : (i.f & Ye) !== 0 && We(i, dt), pa(
        /** @type {Effect} */
        i
      ));
    }
}
function Fs(r) {
  var e = lt, t = ft, a = bt, s = Ae, i = Dt, o = it, l = Nt, u = br, f = r.f;
  lt = /** @type {null | Value[]} */
  null, ft = 0, bt = null, Ae = (f & (Tt | or)) === 0 ? r : null, Dt = null, Rr(r.ctx), Nt = !1, br = ++gr, r.ac !== null && (Dr(() => {
    r.ac.abort(tn);
  }), r.ac = null);
  try {
    r.f |= mn;
    var v = (
      /** @type {Function} */
      r.fn
    ), h = v();
    r.f |= Ir;
    var b = Ha(r);
    if (ds() && bt !== null && !Nt && b !== null && (r.f & (et | dt | je)) === 0)
      for (var d = 0; d < /** @type {Source[]} */
      bt.length; d++)
        Ds(
          bt[d],
          /** @type {Effect} */
          r
        );
    if (s !== null && s !== r) {
      if (gr++, s.deps !== null)
        for (let y = 0; y < t; y += 1)
          s.deps[y].rv = gr;
      if (e !== null)
        for (const y of e)
          y.rv = gr;
      bt !== null && (a === null ? a = bt : a.push(.../** @type {Source[]} */
      bt));
    }
    return (r.f & ir) !== 0 && (r.f ^= ir), h;
  } catch (y) {
    return Ha(r), yo(y);
  } finally {
    r.f ^= mn, lt = e, ft = t, bt = a, Ae = s, Dt = i, Rr(o), Nt = l, br = u;
  }
}
function Ha(r) {
  var e = r.deps, t = be?.is_fork;
  if (lt !== null) {
    var a;
    if (t || Qr(r, ft), e !== null && ft > 0)
      for (e.length = ft + lt.length, a = 0; a < lt.length; a++)
        e[ft + a] = lt[a];
    else
      r.deps = e = lt;
    if (_a() && (r.f & Pt) !== 0)
      for (a = ft; a < e.length; a++)
        (e[a].reactions ??= []).push(r);
  } else !t && e !== null && ft < e.length && (Qr(r, ft), e.length = ft);
  return e;
}
function No(r, e) {
  let t = e.reactions;
  if (t !== null) {
    var a = ki.call(t, r);
    if (a !== -1) {
      var s = t.length - 1;
      s === 0 ? t = e.reactions = null : (t[a] = t[s], t.pop());
    }
  }
  if (t === null && (e.f & et) !== 0 && // Destroying a child effect while updating a parent effect can cause a dependency to appear
  // to be unused, when in fact it is used by the currently-updating parent. Checking `new_deps`
  // allows us to skip the expensive work of disconnecting and immediately reconnecting it
  (lt === null || !Gr.call(lt, e))) {
    var i = (
      /** @type {Derived} */
      e
    );
    (i.f & Pt) !== 0 && (i.f ^= Pt), i.v !== Ke && da(i), i.ac !== null && Dr(() => {
      i.ac.abort(tn), i.ac = null, We(i, je);
    }), uo(i), Qr(i, 0);
  }
}
function Qr(r, e) {
  var t = r.deps;
  if (t !== null)
    for (var a = e; a < t.length; a++)
      No(r, t[a]);
}
function $r(r) {
  var e = r.f;
  if ((e & Qe) === 0) {
    We(r, Ye);
    var t = Pe;
    Pe = r;
    try {
      (e & (At | as)) !== 0 ? So(r) : ma(r), Os(r);
      var a = Fs(r);
      r.teardown = typeof a == "function" ? a : null, r.wv = Is;
      var s;
    } finally {
      Pe = t;
    }
  }
}
async function Po() {
  await Promise.resolve(), fo();
}
function n(r) {
  var e = r.f, t = (e & et) !== 0;
  if (Ae !== null && !Nt) {
    var a = Pe !== null && (Pe.f & Qe) !== 0;
    if (!a && (Dt === null || !Dt.has(r))) {
      var s = Ae.deps;
      if ((Ae.f & mn) !== 0)
        r.rv < gr && (r.rv = gr, lt === null && s !== null && s[ft] === r ? ft++ : lt === null ? lt = [r] : lt.push(r));
      else {
        Ae.deps ??= [], Gr.call(Ae.deps, r) || Ae.deps.push(r);
        var i = r.reactions;
        i === null ? r.reactions = [Ae] : Gr.call(i, Ae) || i.push(Ae);
      }
    }
  }
  if (Zt && jt.has(r))
    return jt.get(r);
  if (t) {
    var o = (
      /** @type {Derived} */
      r
    );
    if (Zt) {
      var l = o.v;
      return ((o.f & Ye) === 0 && o.reactions !== null || Hs(o)) && (l = va(o)), jt.set(o, l), l;
    }
    var u = (o.f & Pt) === 0 && !Nt && Ae !== null && (Ae.f & Pt) !== 0, f = (o.f & Ir) === 0;
    nn(o) && (u && (o.f |= Pt), ms(o)), u && !f && (bs(o), Us(o));
  }
  if (Mt?.has(r))
    return Mt.get(r);
  if ((r.f & ir) !== 0)
    throw r.v;
  return r.v;
}
function Us(r) {
  if (r.f |= Pt, r.deps !== null)
    for (const t of r.deps) {
      var e = t.reactions;
      e === null ? t.reactions = [r] : Gr.call(e, r) || e.push(r), (t.f & et) !== 0 && (t.f & Pt) === 0 && (bs(
        /** @type {Derived} */
        t
      ), Us(
        /** @type {Derived} */
        t
      ));
    }
}
function Hs(r) {
  if (r.v === Ke) return !0;
  if (r.deps === null) return !1;
  for (const e of r.deps)
    if (jt.has(e) || (e.f & et) !== 0 && Hs(
      /** @type {Derived} */
      e
    ))
      return !0;
  return !1;
}
function ur(r) {
  var e = Nt;
  try {
    return Nt = !0, r();
  } finally {
    Nt = e;
  }
}
function To(r) {
  if (!(typeof r != "object" || !r || r instanceof EventTarget)) {
    if (Vt in r)
      ra(r);
    else if (!Array.isArray(r))
      for (let e in r) {
        const t = r[e];
        typeof t == "object" && t && Vt in t && ra(t);
      }
  }
}
function ra(r, e = /* @__PURE__ */ new Set()) {
  if (typeof r == "object" && r !== null && // We don't want to traverse DOM elements
  !(r instanceof EventTarget) && !e.has(r)) {
    e.add(r), r instanceof Date && r.getTime();
    for (let a in r)
      try {
        ra(r[a], e);
      } catch {
      }
    const t = ua(r);
    if (t !== Object.prototype && t !== Array.prototype && t !== Map.prototype && t !== Set.prototype && t !== Date.prototype) {
      const a = ts(t);
      for (let s in a) {
        const i = a[s].get;
        if (i)
          try {
            i.call(r);
          } catch {
          }
      }
    }
  }
}
const Oo = ["touchstart", "touchmove"];
function Lo(r) {
  return Oo.includes(r);
}
const Wr = /* @__PURE__ */ Symbol("events"), zs = /* @__PURE__ */ new Set(), na = /* @__PURE__ */ new Set();
function Ro(r, e, t, a = {}) {
  function s(i) {
    if (a.capture || aa.call(e, i), !i.cancelBubble)
      return Dr(() => t?.call(this, i));
  }
  return r.startsWith("pointer") || r.startsWith("touch") || r === "wheel" ? (s.__removed = !1, Wt(() => {
    s.__removed || e.addEventListener(r, s, a);
  })) : e.addEventListener(r, s, a), s;
}
function De(r, e, t, a, s) {
  var i = { capture: a, passive: s }, o = Ro(r, e, t, i);
  (e === document.body || // @ts-ignore
  e === window || // @ts-ignore
  e === document || // Firefox has quirky behavior, it can happen that we still get "canplay" events when the element is already removed
  e instanceof HTMLMediaElement) && ga(() => {
    o.__removed = !0, e.removeEventListener(r, o, i);
  });
}
function ne(r, e, t) {
  (e[Wr] ??= {})[r] = t;
}
function Ot(r) {
  for (var e = 0; e < r.length; e++)
    zs.add(r[e]);
  for (var t of na)
    t(r);
}
let zn = null, Bn = !1;
function aa(r) {
  var e = this, t = (
    /** @type {Node} */
    e.ownerDocument
  ), a = r.type, s = r.composedPath?.() || [], i = (
    /** @type {null | Element} */
    s[0] || r.target
  );
  zn = r, Bn || (Bn = !0, setTimeout(() => {
    Bn = !1, zn = null;
  }));
  var o = 0, l = zn === r && r[Wr];
  if (l) {
    var u = s.indexOf(l);
    if (u !== -1 && (e === document || e === /** @type {any} */
    window)) {
      r[Wr] = e;
      return;
    }
    var f = s.indexOf(e);
    if (f === -1)
      return;
    u <= f && (o = u);
  }
  if (i = /** @type {Element} */
  s[o] || r.target, i !== e) {
    es(r, "currentTarget", {
      configurable: !0,
      get() {
        return i || t;
      }
    });
    var v = Ae, h = Pe;
    kt(null), Ft(null);
    try {
      for (var b, d = []; i !== null && i !== e; ) {
        try {
          var y = i[Wr]?.[a];
          y != null && (!/** @type {any} */
          i.disabled || // DOM could've been updated already by the time this is reached, so we check this as well
          // -> the target could not have been disabled because it emits the event in the first place
          r.target === i) && y.call(i, r);
        } catch (E) {
          b ? d.push(E) : b = E;
        }
        if (r.cancelBubble) break;
        o++, i = o < s.length ? (
          /** @type {Element} */
          s[o]
        ) : null;
      }
      if (b) {
        for (let E of d)
          queueMicrotask(() => {
            throw E;
          });
        throw b;
      }
    } finally {
      r[Wr] = e, delete r.currentTarget, kt(v), Ft(h);
    }
  }
}
const Co = (
  // We gotta write it like this because after downleveling the pure comment may end up in the wrong location
  globalThis?.window?.trustedTypes && /* @__PURE__ */ globalThis.window.trustedTypes.createPolicy("svelte-trusted-html", {
    /** @param {string} html */
    createHTML: (r) => r
  })
);
function $o(r) {
  return (
    /** @type {string} */
    Co?.createHTML(r) ?? r
  );
}
function Bs(r) {
  var e = bo("template");
  return e.innerHTML = $o(r.replaceAll("<!>", "<!---->")), e.content;
}
function en(r, e) {
  var t = (
    /** @type {Effect} */
    Pe
  );
  t.nodes === null && (t.nodes = { start: r, end: e, a: null, t: null });
}
// @__NO_SIDE_EFFECTS__
function k(r, e) {
  var t = (e & Fi) !== 0, a = (e & Ui) !== 0, s, i = !r.startsWith("<!>");
  return () => {
    s === void 0 && (s = Bs(i ? r : "<!>" + r), t || (s = /** @type {TemplateNode} */
    /* @__PURE__ */ kr(s)));
    var o = (
      /** @type {TemplateNode} */
      a || As ? document.importNode(s, !0) : s.cloneNode(!0)
    );
    if (t) {
      var l = (
        /** @type {TemplateNode} */
        /* @__PURE__ */ kr(o)
      ), u = (
        /** @type {TemplateNode} */
        o.lastChild
      );
      en(l, u);
    } else
      en(o, o);
    return o;
  };
}
// @__NO_SIDE_EFFECTS__
function Io(r, e, t = "svg") {
  var a = !r.startsWith("<!>"), s = `<${t}>${a ? r : "<!>" + r}</${t}>`, i;
  return () => {
    if (!i) {
      var o = (
        /** @type {DocumentFragment} */
        Bs(s)
      ), l = (
        /** @type {Element} */
        /* @__PURE__ */ kr(o)
      );
      i = /** @type {Element} */
      /* @__PURE__ */ kr(l);
    }
    var u = (
      /** @type {TemplateNode} */
      i.cloneNode(!0)
    );
    return en(u, u), u;
  };
}
// @__NO_SIDE_EFFECTS__
function qs(r, e) {
  return /* @__PURE__ */ Io(r, e, "svg");
}
function jo(r = "") {
  {
    var e = Kt(r + "");
    return en(e, e), e;
  }
}
function xr() {
  var r = document.createDocumentFragment(), e = document.createComment(""), t = Kt();
  return r.append(e, t), en(e, t), r;
}
function g(r, e) {
  r !== null && r.before(
    /** @type {Node} */
    e
  );
}
function Do(r) {
  let e = 0, t = wr(0), a;
  return () => {
    _a() && (n(t), Tn(() => (e === 0 && (a = ur(() => r(() => Jr(t)))), e += 1, () => {
      Wt(() => {
        e -= 1, e === 0 && (a?.(), a = void 0, Jr(t));
      });
    })));
  };
}
var Fo = yr | jr;
function Uo(r, e, t, a) {
  new Ho(r, e, t, a);
}
class Ho {
  /** @type {Boundary | null} */
  parent;
  is_pending = !1;
  /**
   * API-level transformError transform function. Transforms errors before they reach the `failed` snippet.
   * Inherited from parent boundary, or defaults to identity.
   * @type {(error: unknown) => unknown}
   */
  transform_error;
  /** @type {TemplateNode} */
  #e;
  /** @type {TemplateNode | null} */
  #r = null;
  /** @type {BoundaryProps} */
  #t;
  /** @type {((anchor: Node) => void)} */
  #n;
  /** @type {Effect} */
  #a;
  /** @type {Effect | null} */
  #s = null;
  /** @type {Effect | null} */
  #o = null;
  /** @type {Effect | null} */
  #i = null;
  /** @type {DocumentFragment | null} */
  #l = null;
  #v = 0;
  #u = 0;
  #h = !1;
  /** @type {Map<Effect, number>} */
  #g = /* @__PURE__ */ new Map();
  /**
   * A source containing the number of pending async deriveds/expressions.
   * Only created if `$effect.pending()` is used inside the boundary,
   * otherwise updating the source results in needless `Batch.ensure()`
   * calls followed by no-op flushes
   * @type {Source<number> | null}
   */
  #c = null;
  #p = Do(() => (this.#c = wr(this.#v), () => {
    this.#c = null;
  }));
  /**
   * @param {TemplateNode} node
   * @param {BoundaryProps} props
   * @param {((anchor: Node) => void)} children
   * @param {((error: unknown) => unknown) | undefined} [transform_error]
   */
  constructor(e, t, a, s) {
    this.#e = e, this.#t = t, this.#n = (i) => {
      var o = (
        /** @type {Effect} */
        Pe
      );
      o.b = this, o.f |= Gn, a(i);
    }, this.parent = /** @type {Effect} */
    Pe.b, this.transform_error = s ?? this.parent?.transform_error ?? ((i) => i), this.#a = On(() => {
      this.#y();
    }, Fo);
  }
  #b() {
    try {
      this.#s = yt(() => this.#n(this.#e));
    } catch (e) {
      this.error(e);
    }
  }
  /**
   * @param {unknown} error The deserialized error from the server's hydration comment
   */
  #k(e) {
    const t = this.#t.failed, { reset: a, invoke_onerror: s } = this.#m(e);
    Wt(s), t && (this.#i = yt(() => {
      t(
        this.#e,
        () => e,
        () => a
      );
    }));
  }
  /**
   * Creates the `reset` function for a failed boundary, along with a function
   * that invokes `onerror` with it (if provided)
   * @param {unknown} error
   * @returns {{ reset: () => void, invoke_onerror: () => void }}
   */
  #m(e) {
    var t = !1, a = !1;
    const s = () => {
      if (!this.#f()) {
        if (t) {
          qi();
          return;
        }
        t = !0, a && to(), this.#i !== null && mr(this.#i, () => {
          this.#i = null;
        }), this.#w(() => {
          this.#y();
        });
      }
    };
    return { reset: s, invoke_onerror: () => {
      if (!this.#f())
        try {
          a = !0, this.#t.onerror?.(e, s), a = !1;
        } catch (o) {
          $t(o, this.#a && this.#a.parent);
        }
    } };
  }
  #f() {
    return (this.#a.f & (Qe | Xr)) !== 0;
  }
  #_() {
    const e = this.#t.pending;
    e && (this.is_pending = !0, this.#o = yt(() => e(this.#e)), Wt(() => {
      if (!this.#f()) {
        var t = this.#l = document.createDocumentFragment(), a = Kt(), s = !1;
        if (t.append(a), this.#s = this.#w(() => {
          try {
            return yt(() => this.#n(a));
          } catch (i) {
            try {
              this.error(i), s = !0;
            } catch (o) {
              $t(o, this.#a.parent);
            }
            return null;
          }
        }), this.#s === null) {
          this.#l = null, s && this.#d(
            /** @type {Batch} */
            be
          );
          return;
        }
        this.#u === 0 && (this.#e.before(t), this.#l = null, mr(
          /** @type {Effect} */
          this.#o,
          () => {
            this.#o = null;
          }
        ), this.#d(
          /** @type {Batch} */
          be
        ));
      }
    }));
  }
  #y() {
    try {
      if (this.is_pending = this.has_pending_snippet(), this.#u = 0, this.#v = 0, this.#s = yt(() => {
        this.#n(this.#e);
      }), this.#u > 0) {
        var e = this.#l = document.createDocumentFragment();
        ba(this.#s, e);
        const t = (
          /** @type {(anchor: Node) => void} */
          this.#t.pending
        );
        this.#o = yt(() => t(this.#e));
      } else
        this.#d(
          /** @type {Batch} */
          be
        );
    } catch (t) {
      this.error(t);
    }
  }
  /**
   * @param {Batch} batch
   */
  #d(e) {
    this.is_pending = !1, e.transfer_reactions(this.#g);
  }
  /**
   * Defer an effect inside a pending boundary until the boundary resolves
   * @param {Effect} effect
   */
  defer_effect(e) {
    hs(e, this.#g);
  }
  /**
   * Returns `false` if the effect exists inside a boundary whose pending snippet is shown
   * @returns {boolean}
   */
  is_rendered() {
    return !this.is_pending && (!this.parent || this.parent.is_rendered());
  }
  has_pending_snippet() {
    return !!this.#t.pending;
  }
  /**
   * @template T
   * @param {() => T} fn
   */
  #w(e) {
    var t = Pe, a = Ae, s = it;
    Ft(this.#a), kt(this.#a), Rr(this.#a.ctx);
    try {
      return lr.ensure(), e();
    } finally {
      Ft(t), kt(a), Rr(s);
    }
  }
  /**
   * Updates the pending count associated with the currently visible pending snippet,
   * if any, such that we can replace the snippet with content once work is done
   * @param {1 | -1} d
   * @param {Batch} batch
   */
  #x(e, t) {
    if (!this.has_pending_snippet()) {
      this.parent && this.parent.#x(e, t);
      return;
    }
    this.#u += e, this.#u === 0 && (this.#d(t), this.#o && mr(this.#o, () => {
      this.#o = null;
    }), this.#l && (this.#e.before(this.#l), this.#l = null));
  }
  /**
   * Update the source that powers `$effect.pending()` inside this boundary,
   * and controls when the current `pending` snippet (if any) is removed.
   * Do not call from inside the class
   * @param {1 | -1} d
   * @param {Batch} batch
   */
  update_pending_count(e, t) {
    this.#x(e, t), this.#v += e, !(!this.#c || this.#h) && (this.#h = !0, Wt(() => {
      this.#h = !1, this.#c && Cr(this.#c, this.#v);
    }));
  }
  get_effect_pending() {
    return this.#p(), n(
      /** @type {Source<number>} */
      this.#c
    );
  }
  /** @param {unknown} error */
  error(e) {
    if (e === ls || !this.#t.onerror && !this.#t.failed)
      throw e;
    be?.is_fork ? (this.#s && be.skip_effect(this.#s), this.#o && be.skip_effect(this.#o), this.#i && be.skip_effect(this.#i), be.oncommit(() => {
      this.#f() || this.#E(e);
    })) : this.#E(e);
  }
  /**
   * @param {unknown} error
   */
  #E(e) {
    this.#s && (ut(this.#s), this.#s = null), this.#o && (ut(this.#o), this.#o = null), this.#i && (ut(this.#i), this.#i = null);
    let t = this.#t.failed;
    const a = (s) => {
      if (this.#f()) return;
      const { reset: i, invoke_onerror: o } = this.#m(s);
      o(), t && !this.#f() && (this.#i = this.#w(() => {
        try {
          return yt(() => {
            var l = (
              /** @type {Effect} */
              Pe
            );
            l.b = this, l.f |= Gn, t(
              this.#e,
              () => s,
              () => i
            );
          });
        } catch (l) {
          return $t(
            l,
            /** @type {Effect} */
            this.#a.parent
          ), null;
        }
      }));
    };
    Wt(() => {
      if (!this.#f()) {
        var s;
        try {
          s = this.transform_error(e);
        } catch (i) {
          $t(i, this.#a && this.#a.parent);
          return;
        }
        s !== null && typeof s == "object" && typeof /** @type {any} */
        s.then == "function" ? s.then(
          a,
          /** @param {unknown} e */
          (i) => $t(i, this.#a && this.#a.parent)
        ) : a(s);
      }
    });
  }
}
function T(r, e) {
  var t = e == null ? "" : typeof e == "object" ? `${e}` : e;
  t !== /** @type {any} */
  (r[Qn] ??= r.nodeValue) && (r[Qn] = t, r.nodeValue = `${t}`);
}
function zo(r, e) {
  return Bo(r, e);
}
const un = /* @__PURE__ */ new Map();
function Bo(r, { target: e, anchor: t, props: a = {}, events: s, context: i, intro: o = !0, transformError: l }) {
  go();
  var u = void 0, f = xo(() => {
    var v = t ?? e.appendChild(Kt());
    Uo(
      /** @type {TemplateNode} */
      v,
      {
        pending: () => {
        }
      },
      (d) => {
        ht({});
        var y = (
          /** @type {ComponentContext} */
          it
        );
        i && (y.c = i), s && (a.$$events = s), u = r(d, a) || fa(), pt();
      },
      l
    );
    var h = /* @__PURE__ */ new Set(), b = (d) => {
      for (var y = 0; y < d.length; y++) {
        var E = d[y];
        if (!h.has(E)) {
          h.add(E);
          var _ = Lo(E);
          for (const I of [e, document]) {
            var A = un.get(I);
            A === void 0 && (A = /* @__PURE__ */ new Map(), un.set(I, A));
            var C = A.get(E);
            C === void 0 ? (I.addEventListener(E, aa, { passive: _ }), A.set(E, 1)) : A.set(E, C + 1);
          }
        }
      }
    };
    return b(Mn(zs)), na.add(b), () => {
      for (var d of h)
        for (const _ of [e, document]) {
          var y = (
            /** @type {Map<string, number>} */
            un.get(_)
          ), E = (
            /** @type {number} */
            y.get(d)
          );
          --E == 0 ? (_.removeEventListener(d, aa), y.delete(d), y.size === 0 && un.delete(_)) : y.set(d, E);
        }
      na.delete(b), v !== t && v.parentNode?.removeChild(v);
    };
  });
  return sa.set(u, f), u;
}
let sa = /* @__PURE__ */ new WeakMap();
function qo(r, e) {
  const t = sa.get(r);
  return t ? (sa.delete(r), t(e)) : Promise.resolve();
}
class Ws {
  /** @type {TemplateNode} */
  anchor;
  /** @type {Map<Batch, Key>} */
  #e = /* @__PURE__ */ new Map();
  /**
   * Map of keys to effects that are currently rendered in the DOM.
   * These effects are visible and actively part of the document tree.
   * Example:
   * ```
   * {#if condition}
   * 	foo
   * {:else}
   * 	bar
   * {/if}
   * ```
   * Can result in the entries `true->Effect` and `false->Effect`
   * @type {Map<Key, Effect>}
   */
  #r = /* @__PURE__ */ new Map();
  /**
   * Similar to #onscreen with respect to the keys, but contains branches that are not yet
   * in the DOM, because their insertion is deferred.
   * @type {Map<Key, Branch>}
   */
  #t = /* @__PURE__ */ new Map();
  /**
   * Keys of effects that are currently outroing
   * @type {Set<Key>}
   */
  #n = /* @__PURE__ */ new Set();
  /**
   * Whether to pause (i.e. outro) on change, or destroy immediately.
   * This is necessary for `<svelte:element>`
   */
  #a = !0;
  /**
   * @param {TemplateNode} anchor
   * @param {boolean} transition
   */
  constructor(e, t = !0) {
    this.anchor = e, this.#a = t;
  }
  /**
   * @param {Batch} batch
   */
  #s = (e) => {
    if (this.#e.has(e)) {
      var t = (
        /** @type {Key} */
        this.#e.get(e)
      ), a = this.#r.get(t);
      if (a)
        kn(a), this.#n.delete(t);
      else {
        var s = this.#t.get(t);
        s && (kn(s.effect), this.#r.set(t, s.effect), this.#t.delete(t), s.fragment.lastChild.remove(), this.anchor.before(s.fragment), a = s.effect);
      }
      for (const [i, o] of this.#e) {
        if (this.#e.delete(i), i === e)
          break;
        const l = this.#t.get(o);
        l && (ut(l.effect), this.#t.delete(o));
      }
      for (const [i, o] of this.#r) {
        if (i === t || this.#n.has(i)) continue;
        const l = () => {
          if (Array.from(this.#e.values()).includes(i)) {
            var f = document.createDocumentFragment();
            ba(o, f), f.append(Kt()), this.#t.set(i, { effect: o, fragment: f });
          } else
            ut(o);
          this.#n.delete(i), this.#r.delete(i);
        };
        this.#a || !a ? (this.#n.add(i), mr(o, l, !1)) : l();
      }
    }
  };
  /**
   * @param {Batch} batch
   */
  #o = (e) => {
    this.#e.delete(e);
    const t = Array.from(this.#e.values());
    for (const [a, s] of this.#t)
      t.includes(a) || (ut(s.effect), this.#t.delete(a));
  };
  /**
   *
   * @param {any} key
   * @param {null | ((target: TemplateNode) => void)} fn
   */
  ensure(e, t) {
    var a = (
      /** @type {Batch} */
      be
    ), s = Ps();
    if (t && !this.#r.has(e) && !this.#t.has(e))
      if (s) {
        var i = document.createDocumentFragment(), o = Kt();
        i.append(o), this.#t.set(e, {
          effect: yt(() => t(o)),
          fragment: i
        });
      } else
        this.#r.set(
          e,
          yt(() => t(this.anchor))
        );
    if (this.#e.set(a, e), s) {
      for (const [l, u] of this.#r)
        l === e ? a.unskip_effect(u) : a.skip_effect(u);
      for (const [l, u] of this.#t)
        l === e ? a.unskip_effect(u.effect) : a.skip_effect(u.effect);
      a.oncommit(this.#s), a.ondiscard(this.#o);
    } else
      this.#s(a);
  }
}
function z(r, e, t = !1) {
  var a = new Ws(r), s = t ? yr : 0;
  function i(o, l) {
    a.ensure(o, l);
  }
  On(() => {
    var o = !1;
    e((l, u = 0) => {
      o = !0, i(u, l);
    }), o || i(-1, null);
  }, s);
}
function ze(r, e) {
  return e;
}
function Wo(r, e, t) {
  for (var a = [], s = e.length, i, o = e.length, l = 0; l < s; l++) {
    let h = e[l];
    mr(
      h,
      () => {
        if (i) {
          if (i.pending.delete(h), i.done.add(h), i.pending.size === 0) {
            var b = (
              /** @type {Set<EachOutroGroup>} */
              r.outrogroups
            );
            ia(r, Mn(i.done)), b.delete(i), b.size === 0 && (r.outrogroups = null);
          }
        } else
          o -= 1;
      },
      !1
    );
  }
  if (o === 0) {
    var u = a.length === 0 && t !== null && r.pending.size === 0;
    if (u) {
      var f = (
        /** @type {Element} */
        t
      ), v = (
        /** @type {Element} */
        f.parentNode
      );
      mo(v), v.append(f), r.items.clear();
    }
    ia(r, e, !u);
  } else
    i = {
      pending: new Set(e),
      done: /* @__PURE__ */ new Set()
    }, (r.outrogroups ??= /* @__PURE__ */ new Set()).add(i);
}
function ia(r, e, t = !0) {
  var a;
  if (r.pending.size > 0) {
    a = /* @__PURE__ */ new Set();
    for (const o of r.pending.values())
      for (const l of o)
        a.add(
          /** @type {EachItem} */
          r.items.get(l).e
        );
  }
  for (var s = 0; s < e.length; s++) {
    var i = e[s];
    if (a?.has(i)) {
      i.f |= It;
      const o = document.createDocumentFragment();
      ba(i, o);
    } else
      ut(e[s], t);
  }
}
var za;
function Me(r, e, t, a, s, i = null) {
  var o = r, l = /* @__PURE__ */ new Map(), u = (e & os) !== 0;
  if (u) {
    var f = (
      /** @type {Element} */
      r
    );
    o = f.appendChild(Kt());
  }
  var v = null, h = /* @__PURE__ */ gs(() => {
    var C = t();
    return (
      /** @type {V[]} */
      An(C) ? C : C == null ? [] : Mn(C)
    );
  }), b = /* @__PURE__ */ new Map(), d = !0;
  function y(C) {
    if ((A.effect.f & Qe) === 0) {
      A.pending.delete(C);
      var I = n(h);
      A.fallback = v, Vo(A, I, o, e, a), v !== null && (I.length === 0 ? (v.f & It) === 0 ? kn(v) : (v.f ^= It, Vr(v, null, o)) : mr(v, () => {
        v = null;
      }));
    }
  }
  function E(C) {
    A.pending.delete(C);
  }
  var _ = On(() => {
    for (var C = (
      /** @type {V[]} */
      n(h)
    ), I = C.length, B = /* @__PURE__ */ new Set(), ce = (
      /** @type {Batch} */
      be
    ), W = Ps(), x = 0; x < I; x += 1) {
      var q = C[x], J = a(q, x), P = d ? null : l.get(J);
      P ? (P.v && Cr(P.v, q), P.i && Cr(P.i, x), W && ce.unskip_effect(P.e)) : (P = Ko(
        l,
        d ? o : za ??= Kt(),
        q,
        J,
        x,
        s,
        e,
        t
      ), d || (P.e.f |= It), l.set(J, P)), B.add(J);
    }
    if (I === 0 && i && !v && (d ? v = yt(() => i(o)) : (v = yt(() => i(za ??= Kt())), v.f |= It)), I > B.size && Vi(), !d)
      if (b.set(ce, B), W) {
        for (const [j, te] of l)
          B.has(j) || ce.skip_effect(te.e);
        ce.oncommit(y), ce.ondiscard(E);
      } else
        y(ce);
    n(h);
  }), A = { effect: _, items: l, pending: b, outrogroups: null, fallback: v };
  d = !1;
}
function Hr(r) {
  for (; r !== null && (r.f & Tt) === 0; )
    r = r.next;
  return r;
}
function Vo(r, e, t, a, s) {
  var i = (a & Ri) !== 0, o = e.length, l = r.items, u = Hr(r.effect.first), f, v = null, h, b = [], d = [], y, E, _, A;
  if (i)
    for (A = 0; A < o; A += 1)
      y = e[A], E = s(y, A), _ = /** @type {EachItem} */
      l.get(E).e, (_.f & It) === 0 && (_.nodes?.a?.measure(), (h ??= /* @__PURE__ */ new Set()).add(_));
  for (A = 0; A < o; A += 1) {
    if (y = e[A], E = s(y, A), _ = /** @type {EachItem} */
    l.get(E).e, r.outrogroups !== null)
      for (const P of r.outrogroups)
        P.pending.delete(_), P.done.delete(_);
    if ((_.f & st) !== 0 && (kn(_), i && (_.nodes?.a?.unfix(), (h ??= /* @__PURE__ */ new Set()).delete(_))), (_.f & It) !== 0)
      if (_.f ^= It, _ === u)
        Vr(_, null, t);
      else {
        var C = v ? v.next : u;
        _ === r.effect.last && (r.effect.last = _.prev), _.prev && (_.prev.next = _.next), _.next && (_.next.prev = _.prev), ar(r, v, _), ar(r, _, C), Vr(_, C, t), v = _, b = [], d = [], u = Hr(v.next);
        continue;
      }
    if (_ !== u) {
      if (f !== void 0 && f.has(_)) {
        if (b.length < d.length) {
          var I = d[0], B;
          v = I.prev;
          var ce = b[0], W = b[b.length - 1];
          for (B = 0; B < b.length; B += 1)
            Vr(b[B], I, t);
          for (B = 0; B < d.length; B += 1)
            f.delete(d[B]);
          ar(r, ce.prev, W.next), ar(r, v, ce), ar(r, W, I), u = I, v = W, A -= 1, b = [], d = [];
        } else
          f.delete(_), Vr(_, u, t), ar(r, _.prev, _.next), ar(r, _, v === null ? r.effect.first : v.next), ar(r, v, _), v = _;
        continue;
      }
      for (b = [], d = []; u !== null && u !== _; )
        (f ??= /* @__PURE__ */ new Set()).add(u), d.push(u), u = Hr(u.next);
      if (u === null)
        continue;
    }
    (_.f & It) === 0 && b.push(_), v = _, u = Hr(_.next);
  }
  if (r.outrogroups !== null) {
    for (const P of r.outrogroups)
      P.pending.size === 0 && (ia(r, Mn(P.done)), r.outrogroups?.delete(P));
    r.outrogroups.size === 0 && (r.outrogroups = null);
  }
  if (u !== null || f !== void 0) {
    var x = [];
    if (f !== void 0)
      for (_ of f)
        (_.f & st) === 0 && x.push(_);
    for (; u !== null; )
      (u.f & st) === 0 && u !== r.fallback && x.push(u), u = Hr(u.next);
    var q = x.length;
    if (q > 0) {
      var J = (a & os) !== 0 && o === 0 ? t : null;
      if (i) {
        for (A = 0; A < q; A += 1)
          x[A].nodes?.a?.measure();
        for (A = 0; A < q; A += 1)
          x[A].nodes?.a?.fix();
      }
      Wo(r, x, J);
    }
  }
  i && Wt(() => {
    if (h !== void 0)
      for (_ of h)
        _.nodes?.a?.apply();
  });
}
function Ko(r, e, t, a, s, i, o, l) {
  var u = (o & Oi) !== 0 ? (o & Ci) === 0 ? /* @__PURE__ */ ho(t, !1, !1) : wr(t) : null, f = (o & Li) !== 0 ? wr(s) : null;
  return {
    v: u,
    i: f,
    e: yt(() => (i(e, u ?? t, f ?? s, l), () => {
      r.delete(a);
    }))
  };
}
function Vr(r, e, t) {
  if (r.nodes)
    for (var a = r.nodes.start, s = r.nodes.end, i = e && (e.f & It) === 0 ? (
      /** @type {EffectNodes} */
      e.nodes.start
    ) : t; a !== null; ) {
      var o = (
        /** @type {TemplateNode} */
        /* @__PURE__ */ rn(a)
      );
      if (i.before(a), a === s)
        return;
      a = o;
    }
}
function ar(r, e, t) {
  e === null ? r.effect.first = t : e.next = t, t === null ? r.effect.last = e : t.prev = e;
}
function Yo(r, e, ...t) {
  var a = new Ws(r);
  On(() => {
    const s = e() ?? null;
    a.ensure(s, s && ((i) => s(i, ...t)));
  }, yr);
}
function Jo(r, e, t) {
  Pn(() => {
    var a = ur(() => e(r, t?.()) || {});
    if (t && a?.update) {
      var s = !1, i = (
        /** @type {any} */
        {}
      );
      Tn(() => {
        var o = t();
        To(o), s && cs(i, o) && (i = o, a.update(o));
      }), s = !0;
    }
    if (a?.destroy)
      return () => (
        /** @type {Function} */
        a.destroy()
      );
  });
}
const Ba = [...` 	
\r\f \v\uFEFF`];
function Go(r, e, t) {
  var a = r == null ? "" : "" + r;
  if (t) {
    for (var s of Object.keys(t))
      if (t[s])
        a = a ? a + " " + s : s;
      else if (a.length)
        for (var i = s.length, o = 0; (o = a.indexOf(s, o)) >= 0; ) {
          var l = o + i;
          (o === 0 || Ba.includes(a[o - 1])) && (l === a.length || Ba.includes(a[l])) ? a = (o === 0 ? "" : a.substring(0, o)) + a.substring(l + 1) : o = l;
        }
  }
  return a === "" ? null : a;
}
function qa(r, e = !1) {
  var t = e ? " !important;" : ";", a = "";
  for (var s of Object.keys(r)) {
    var i = r[s];
    i != null && i !== "" && (a += " " + s + ": " + i + t);
  }
  return a;
}
function Xo(r, e) {
  if (e) {
    var t = "", a, s;
    return Array.isArray(e) ? (a = e[0], s = e[1]) : a = e, a && (t += qa(a)), s && (t += qa(s, !0)), t = t.trim(), t === "" ? null : t;
  }
  return String(r);
}
function Jt(r, e, t, a, s, i) {
  var o = (
    /** @type {any} */
    r[Xn]
  );
  if (o !== t || o === void 0) {
    var l = Go(t, a, i);
    l == null ? r.removeAttribute("class") : r.className = l, r[Xn] = t;
  } else if (i && s !== i)
    for (var u in i) {
      var f = !!i[u];
      (s == null || f !== !!s[u]) && r.classList.toggle(u, f);
    }
  return i;
}
function qn(r, e = {}, t, a) {
  for (var s in t) {
    var i = t[s];
    e[s] !== i && (t[s] == null ? r.style.removeProperty(s) : r.style.setProperty(s, i, a));
  }
}
function Je(r, e, t, a) {
  var s = (
    /** @type {any} */
    r[Zn]
  );
  if (s !== e) {
    var i = Xo(e, a);
    i == null ? r.removeAttribute("style") : r.style.cssText = i, r[Zn] = e;
  } else a && (Array.isArray(a) ? (qn(r, t?.[0], a[0]), qn(r, t?.[1], a[1], "important")) : qn(r, t, a));
  return a;
}
function Zo(r, e) {
  e ? r.hasAttribute("selected") || r.setAttribute("selected", "") : r.removeAttribute("selected");
}
function Qo(r, e) {
  var t = r.__defaultValue, a = r.multiple, s = a ? t ?? [] : null;
  if (!(a && !An(s))) {
    r.selectedIndex;
    for (var i of r.options) {
      var o = Tr(i);
      Zo(
        i,
        a ? (
          /** @type {any[]} */
          s.includes(o)
        ) : Ss(o, t)
      );
    }
  }
}
function ya(r, e, t = !1) {
  if (r.multiple) {
    if (e == null)
      return;
    if (!An(e))
      return Bi();
    for (var a of r.options)
      a.selected = e.includes(Tr(a));
    return;
  }
  for (a of r.options) {
    var s = Tr(a);
    if (Ss(s, e)) {
      a.selected = !0;
      return;
    }
  }
  (!t || e !== void 0) && (r.selectedIndex = -1);
}
function St(r) {
  var e = new MutationObserver((t) => {
    t.every(el) || ("__defaultValue" in r && Qo(r), "__value" in r && ya(r, r.__value));
  });
  e.observe(r, {
    // Listen to option element changes
    childList: !0,
    subtree: !0,
    // because of <optgroup>
    // Listen to option element value attribute changes
    // (doesn't get notified of select value changes,
    // because that property is not reflected as an attribute)
    attributes: !0,
    attributeFilter: ["value"]
  }), ga(() => {
    e.disconnect();
  });
}
function Rt(r, e, t = e) {
  var a = /* @__PURE__ */ new WeakSet(), s = !0;
  ps(r, "change", (i) => {
    var o = i ? "[selected]" : ":checked", l;
    if (r.multiple)
      l = [].map.call(r.querySelectorAll(o), Tr);
    else {
      var u = r.querySelector(o) ?? // will fall back to first non-disabled option if no option is selected
      r.querySelector("option:not([disabled])");
      l = u && Tr(u);
    }
    t(l), r.__value = l, be !== null && a.add(be);
  }), Pn(() => {
    var i = e();
    if (r === document.activeElement) {
      var o = (
        /** @type {Batch} */
        be
      );
      if (a.has(o))
        return;
    }
    if (ya(r, i, s), s && i === void 0) {
      var l = r.querySelector(":checked");
      l !== null && (i = Tr(l), t(i));
    }
    r.__value = i, s = !1;
  });
}
function Tr(r) {
  return "__value" in r ? r.__value : r.value;
}
function el(r) {
  if (
    /** @type {Element} */
    r.target.closest("selectedcontent") !== null
  )
    return !0;
  if (r.type === "childList") {
    var e = [...r.addedNodes, ...r.removedNodes];
    return e.length > 0 && e.every((t) => t.nodeName === "SELECTEDCONTENT");
  }
  return !1;
}
const tl = /* @__PURE__ */ Symbol("is custom element"), rl = /* @__PURE__ */ Symbol("is html"), nl = Ti ? "progress" : "PROGRESS";
function Vs(r, e) {
  var t = wa(r);
  t.value === (t.value = // treat null and undefined the same for the initial value
  e ?? void 0) || // @ts-expect-error
  // `progress` elements always need their value set when it's `0`
  r.value === e && (e !== 0 || r.nodeName !== nl) || (r.value = e ?? "");
}
function al(r, e) {
  var t = wa(r);
  t.checked !== (t.checked = // treat null and undefined the same for the initial value
  e ?? void 0) && (r.checked = e);
}
function le(r, e, t, a) {
  var s = wa(r), i = s[e];
  i !== (s[e] = t) && (e === "loading" && (r[Pi] = t), t == null ? r.removeAttribute(e) : typeof t != "string" && sl(r).has(e) ? r[e] = t : r.setAttribute(e, t));
}
function wa(r) {
  return (
    /** @type {Record<string | symbol, unknown>} **/
    /** @type {any} */
    r[is] ??= {
      [tl]: r.nodeName.includes("-"),
      [rl]: r.namespaceURI === Hi
    }
  );
}
var Wa = /* @__PURE__ */ new Map();
function sl(r) {
  var e = r.getAttribute("is") || r.nodeName, t = Wa.get(e);
  if (t) return t;
  Wa.set(e, t = /* @__PURE__ */ new Set());
  for (var a, s = r, i = Element.prototype; i !== s; ) {
    a = ts(s);
    for (var o in a)
      a[o].set && // better safe than sorry, we don't want spread attributes to mess with HTML content
      o !== "innerHTML" && o !== "textContent" && o !== "innerText" && t.add(o);
    s = ua(s);
  }
  return t;
}
function wt(r, e, t = e) {
  var a = /* @__PURE__ */ new WeakSet();
  ps(r, "input", async (s) => {
    var i = s ? r.defaultValue : r.value;
    if (i = Wn(r) ? Vn(i) : i, t(i), be !== null && a.add(be), await Po(), i !== (i = e())) {
      var o = r.selectionStart, l = r.selectionEnd, u = r.value.length;
      if (r.value = i ?? "", l !== null) {
        var f = r.value.length;
        o === l && l === u && f > u ? (r.selectionStart = f, r.selectionEnd = f) : (r.selectionStart = o, r.selectionEnd = Math.min(l, f));
      }
    }
  }), // If we are hydrating and the value has since changed,
  // then use the updated value from the input instead.
  // If defaultValue is set, then value == defaultValue
  // TODO Svelte 6: remove input.value check and set to empty string?
  ur(e) == null && r.value && (t(Wn(r) ? Vn(r.value) : r.value), be !== null && a.add(be)), Tn(() => {
    var s = e();
    if (r === document.activeElement) {
      var i = (
        /** @type {Batch} */
        be
      );
      if (a.has(i))
        return;
    }
    Wn(r) && s === Vn(r.value) || r.type === "date" && !s && !r.value || s !== r.value && (r.value = s ?? "");
  });
}
function Wn(r) {
  var e = r.type;
  return e === "number" || e === "range";
}
function Vn(r) {
  return r === "" ? null : +r;
}
class ka {
  /** */
  #e = /* @__PURE__ */ new WeakMap();
  /** @type {ResizeObserver | undefined} */
  #r;
  /** @type {ResizeObserverOptions} */
  #t;
  /** @static */
  static entries = /* @__PURE__ */ new WeakMap();
  /** @param {ResizeObserverOptions} options */
  constructor(e) {
    this.#t = e;
  }
  /**
   * @param {Element} element
   * @param {(entry: ResizeObserverEntry) => any} listener
   */
  observe(e, t) {
    var a = this.#e.get(e) || /* @__PURE__ */ new Set();
    return a.add(t), this.#e.set(e, a), this.#n().observe(e, this.#t), () => {
      var s = this.#e.get(e);
      s.delete(t), s.size === 0 && (this.#e.delete(e), this.#r.unobserve(e));
    };
  }
  #n() {
    return this.#r ?? (this.#r = new ResizeObserver(
      /** @param {any} entries */
      (e) => {
        for (var t of e) {
          ka.entries.set(t.target, t);
          for (var a of this.#e.get(t.target) || [])
            a(t);
        }
      }
    ));
  }
}
var il = /* @__PURE__ */ new ka({
  box: "border-box"
});
function xa(r, e, t) {
  var a = il.observe(r, () => t(r[e]));
  Pn(() => (ur(() => t(r[e])), a));
}
function Kn(r, e) {
  return r === e || r?.[Vt] === e;
}
function an(r = fa(), e, t, a) {
  var s = (
    /** @type {ComponentContext} */
    it.r
  ), i = (
    /** @type {Effect} */
    Pe
  );
  return Pn(() => {
    var o, l;
    return Tn(() => {
      o = l, l = [], ur(() => {
        Kn(t(...l), r) || (e(r, ...l), o && Kn(t(...o), r) && e(null, ...o));
      });
    }), () => {
      let u = i;
      for (; u !== s && u.parent !== null && u.parent.f & Xr; )
        u = u.parent;
      const f = () => {
        l && Kn(t(...l), r) && e(null, ...l);
      }, v = u.teardown;
      u.teardown = () => {
        f(), v?.();
      };
    };
  }), r;
}
let cn = !1;
function ol(r) {
  var e = cn;
  try {
    return cn = !1, [r(), cn];
  } finally {
    cn = e;
  }
}
function qe(r, e, t, a) {
  var s = !0, i = (t & ji) !== 0, o = (t & Di) !== 0, l = (
    /** @type {V} */
    a
  ), u = !0, f = (
    /** @type {Derived<V> | undefined} */
    void 0
  ), v = () => o && s ? (f ??= /* @__PURE__ */ Zr(
    /** @type {() => V} */
    a
  ), n(f)) : (u && (u = !1, l = o ? ur(
    /** @type {() => V} */
    a
  ) : (
    /** @type {V} */
    a
  )), l);
  let h;
  if (i) {
    var b = Vt in r || Ni in r;
    h = Mr(r, e)?.set ?? (b && e in r ? (B) => r[e] = B : void 0);
  }
  var d, y = !1;
  i ? [d, y] = ol(() => (
    /** @type {V} */
    r[e]
  )) : d = /** @type {V} */
  r[e], d === void 0 && a !== void 0 && (d = v(), h && (Xi(), h(d)));
  var E;
  if (E = () => {
    var B = (
      /** @type {V} */
      r[e]
    );
    return B === void 0 ? v() : (u = !0, B);
  }, (t & Ii) === 0)
    return E;
  if (h) {
    var _ = r.$$legacy;
    return (
      /** @type {() => V} */
      (function(B, ce) {
        return arguments.length > 0 ? ((!ce || _ || y) && h(ce ? E() : B), B) : E();
      })
    );
  }
  var A = !1, C = ((t & $i) !== 0 ? Zr : gs)(() => (A = !1, E()));
  i && n(C);
  var I = (
    /** @type {Effect} */
    Pe
  );
  return (
    /** @type {() => V} */
    (function(B, ce) {
      if (arguments.length > 0) {
        const W = ce ? n(C) : i ? _r(B) : B;
        return S(C, W), A = !0, l !== void 0 && (l = W), B;
      }
      return Zt && A || (I.f & Qe) !== 0 ? C.v : n(C);
    })
  );
}
const ll = "5";
typeof window < "u" && ((window.__svelte ??= {}).v ??= /* @__PURE__ */ new Set()).add(ll);
const Ks = [4, 1444665, 4328040, 6952814, 9643623, 12334932, 14504250, 15955993, 16557322, 16176966, 16580516], Ys = [16250871, 10209764, 3903428, 742815, 340060], Js = [16250871, 16630669, 15761203, 12536332, 7022086];
function Or(r, e) {
  return Array.from({ length: e }, (t, a) => {
    const s = a / (e - 1) * (r.length - 1), i = Math.min(Math.floor(s), r.length - 2), o = s - i, l = (u) => Math.round((r[i] >> u & 255) * (1 - o) + (r[i + 1] >> u & 255) * o);
    return `rgb(${l(16)},${l(8)},${l(0)})`;
  });
}
const Ln = 128, ul = Or(Ks, Ln), cl = Or(Ys, Ln), fl = Or(Js, Ln);
function Ut(r, e) {
  if (Number.isNaN(r)) return "transparent";
  const t = Math.min(1, Math.abs(r)), a = Math.round(t * (Ln - 1));
  return e ? r < 0 ? cl[a] : fl[a] : ul[a];
}
const oa = (r, e) => e ? Math.abs(r) > 0.55 ? "#fff" : "#111" : r > 0.62 ? "#111" : "#fff", dl = (r) => `linear-gradient(90deg, ${(r ? [...Or(Ys, 9).reverse(), ...Or(Js, 9)] : Or(Ks, 17)).join(",")})`, Gt = (r) => r >= 0.9995 ? "100%" : r >= 0.1 ? `${(100 * r).toFixed(0)}%` : r >= 5e-4 ? `${(100 * r).toFixed(r >= 0.01 ? 1 : 2)}%` : "<0.1%", Xt = (r) => Number.isNaN(r) ? "–" : Math.abs(r) >= 100 ? r.toFixed(0) : Math.abs(r) >= 1 ? r.toFixed(2) : r.toFixed(3), sr = (r) => (r > 0 ? "+" : r < 0 ? "−" : "") + Xt(Math.abs(r)), vt = (r) => r.replace(/\n/g, "⏎").replace(/\t/g, "⇥").replace(/^ | $/g, "·") || "∅";
var vl = /* @__PURE__ */ k("<option> </option>"), hl = /* @__PURE__ */ k('<div class="chips" role="group" aria-label="Examples"><button type="button" aria-label="Previous example">‹</button> <button type="button"> </button> <button type="button" aria-label="Next example">›</button></div>'), pl = /* @__PURE__ */ k('<figure><img/><button type="button">×</button></figure>'), _l = /* @__PURE__ */ k('<p class="turn"><b> </b> </p>'), gl = /* @__PURE__ */ k('<button type="button">stop</button>'), ml = /* @__PURE__ */ k('<button type="button" class="link">new chat</button>'), bl = /* @__PURE__ */ k('<div class="form"><label class="wide">system prompt <input/></label> <label class="wide">the answer begins with <input/></label> <label>temperature <input type="number" min="0" step="0.1"/></label> <label>most tokens <input type="number" min="1" max="1024"/></label></div>'), yl = /* @__PURE__ */ k('<div class="row"><label>model <select></select></label> <!></div> <div class="thumbs"><!> <button type="button" class="add">+ image<small>or drop, or paste</small></button> <input type="file" multiple="" class="hidden" tabindex="-1" aria-hidden="true"/></div> <!> <form><label class="hidden" for="question">Question</label> <textarea id="question" rows="2" placeholder="Ask something"></textarea> <div class="row"><button type="submit" class="primary">Ask</button> <!> <button type="button" class="link">more</button> <!></div> <!></form>', 1), wl = /* @__PURE__ */ k('<p class="fine"> </p>'), kl = /* @__PURE__ */ k("<h2> </h2> <!>", 1), xl = /* @__PURE__ */ k('<span class="hidden"> </span>'), El = /* @__PURE__ */ k('<button type="button"> <!></button>'), Sl = /* @__PURE__ */ k('<span class="fine"> </span>'), Al = /* @__PURE__ */ k('<button type="button" class="link">go on</button>'), Ml = /* @__PURE__ */ k('<button type="button"><span> </span><small> </small></button>'), Nl = /* @__PURE__ */ k('<div class="next" role="group" aria-label="Next-token probabilities; choose one to explain"></div>'), Pl = /* @__PURE__ */ k('<div class="said" aria-live="polite"><div class="answer-tokens" role="group" aria-label="Answer: choose a token to explain"></div> <!> <!></div> <!>', 1), Tl = /* @__PURE__ */ k('<section aria-label="Ask"><!> <!></section>');
function Ol(r, e) {
  ht(e, !0);
  let t = qe(e, "session", 7), a = /* @__PURE__ */ L(!1), s = /* @__PURE__ */ L(!1), i = /* @__PURE__ */ L(void 0);
  const o = /* @__PURE__ */ H(() => t().study?.answer.find((_) => _.position === t().at && _.token.id === t().target?.id) ?? t().study?.answer.find((_) => _.position === t().at));
  function l(_) {
    _.preventDefault(), S(s, !1);
    const A = [..._.dataTransfer?.files ?? []];
    A.length && t().addFiles(A, t().example !== null);
  }
  function u(_) {
    const A = [..._.clipboardData?.files ?? []];
    A.length && t().addFiles(A, t().example !== null);
  }
  var f = Tl();
  De("paste", wn, u);
  let v;
  var h = w(f);
  {
    var b = (_) => {
      var A = yl(), C = Oe(A), I = w(C), B = c(w(I));
      Me(B, 21, () => t().models, ze, (N, Q) => {
        var Z = vl(), V = Y(Z, !0), ae = {};
        $(() => {
          T(V, n(Q).name), ae !== (ae = n(Q).name) && (Z.value = (Z.__value = ae) ?? "");
        }), g(N, Z);
      }), St(B);
      var ce = c(I, 2);
      {
        var W = (N) => {
          var Q = hl(), Z = w(Q), V = c(Z, 2), ae = Y(V), ie = c(V, 2);
          $(() => {
            Z.disabled = !t().example, T(ae, `example ${(t().example ?? 0) + 1} of ${t().info.examples ?? ""}`), ie.disabled = t().example !== null && t().example >= t().info.examples - 1;
          }), ne("click", Z, () => t().takeExample(t().example - 1)), ne("click", V, () => t().takeExample(t().example ?? 0)), ne("click", ie, () => t().takeExample((t().example ?? -1) + 1)), g(N, Q);
        };
        z(ce, (N) => {
          t().info?.examples && N(W);
        });
      }
      var x = c(C, 2), q = w(x);
      Me(q, 19, () => t().uploads, (N, Q) => N.id + Q, (N, Q, Z) => {
        var V = pl(), ae = w(V), ie = c(ae);
        $(
          (me) => {
            le(ae, "src", me), le(ae, "alt", `Image ${n(Z) + 1}, ${n(Q).width ?? ""} x ${n(Q).height ?? ""}${n(Q).frames ? `, ${n(Q).frames.length} frames` : ""}`), le(ie, "aria-label", `Remove image ${n(Z) + 1}`);
          },
          [() => t().source.imageUrl(n(Q).id)]
        ), ne("click", ie, () => {
          t().uploads = t().uploads.filter((me, we) => we !== n(Z)), t().example = null;
        }), g(N, V);
      });
      var J = c(q, 2), P = c(J, 2);
      an(P, (N) => S(i, N), () => n(i));
      var j = c(x, 2);
      Me(j, 17, () => t().earlier, ze, (N, Q) => {
        var Z = _l(), V = w(Z), ae = Y(V, !0), ie = c(V);
        $(
          (me) => {
            T(ae, n(Q).role), T(ie, ` ${me ?? ""}`);
          },
          [
            () => n(Q).content.map((me) => me.type === "text" ? me.text : `[${me.type}]`).join(" ")
          ]
        ), g(N, Z);
      });
      var te = c(j, 2), de = c(w(te), 2), G = c(de, 2), ge = c(w(G), 2);
      {
        var X = (N) => {
          var Q = gl();
          ne("click", Q, () => t().halt()), g(N, Q);
        };
        z(ge, (N) => {
          t().study?.answering && N(X);
        });
      }
      var M = c(ge, 2), F = c(M, 2);
      {
        var D = (N) => {
          var Q = ml();
          ne("click", Q, () => {
            t().earlier = [];
          }), g(N, Q);
        };
        z(F, (N) => {
          t().earlier.length && N(D);
        });
      }
      var K = c(G, 2);
      {
        var he = (N) => {
          var Q = bl(), Z = w(Q), V = c(w(Z)), ae = c(Z, 2), ie = c(w(ae)), me = c(ae, 2), we = c(w(me)), $e = c(me, 2), ve = c(w($e));
          wt(V, () => t().system, (p) => t().system = p), wt(ie, () => t().prefill, (p) => t().prefill = p), wt(we, () => t().temperature, (p) => t().temperature = p), wt(ve, () => t().maxNew, (p) => t().maxNew = p), g(N, Q);
        };
        z(K, (N) => {
          n(a) && N(he);
        });
      }
      $(() => {
        le(P, "accept", `image/*${t().info?.video ? ",video/*" : ""}`), le(M, "aria-expanded", n(a));
      }), ne("change", B, () => {
        t().example = null, t().info?.examples && t().takeExample(0, !1);
      }), Rt(B, () => t().model, (N) => t().model = N), ne("click", J, () => n(i)?.click()), ne("change", P, (N) => {
        t().addFiles([...N.currentTarget.files ?? []], t().example !== null), N.currentTarget.value = "";
      }), De("submit", te, (N) => {
        N.preventDefault(), t().ask();
      }), ne("keydown", de, (N) => {
        N.key === "Enter" && !N.shiftKey && (N.preventDefault(), t().ask());
      }), wt(de, () => t().question, (N) => t().question = N), ne("click", M, () => S(a, !n(a))), g(_, A);
    }, d = (_) => {
      var A = kl(), C = Oe(A), I = Y(C, !0), B = c(C, 2);
      {
        var ce = (W) => {
          var x = wl(), q = Y(x, !0);
          $(() => T(q, t().text)), g(W, x);
        };
        z(B, (W) => {
          t().text && W(ce);
        });
      }
      $(() => T(I, t().title)), g(_, A);
    };
    z(h, (_) => {
      t().source.kind === "server" ? _(b) : t().title && _(d, 1);
    });
  }
  var y = c(h, 2);
  {
    var E = (_) => {
      var A = Pl(), C = Oe(A), I = w(C);
      Me(I, 21, () => t().study.answer, ze, (P, j) => {
        var te = El();
        let de;
        var G = w(te), ge = c(G);
        {
          var X = (M) => {
            var F = xl(), D = Y(F);
            $(() => T(D, `end of the answer (${n(j).token.text ?? ""})`)), g(M, F);
          };
          z(ge, (M) => {
            n(j).ends && M(X);
          });
        }
        $(
          (M) => {
            de = Jt(te, 1, "answer-token", null, de, { ends: n(j).ends }), le(te, "aria-pressed", t().at === n(j).position && t().target?.id === n(j).token.id), le(te, "title", `chosen after token ${n(j).position ?? ""}`), T(G, M);
          },
          [() => n(j).ends ? "■" : vt(n(j).token.text)]
        ), ne("click", te, () => t().lookAt(n(j))), g(P, te);
      });
      var B = c(I, 2);
      {
        var ce = (P) => {
          var j = Sl(), te = Y(j, !0);
          $((de) => T(te, de), [
            () => t().study.answer.filter((de) => !de.ends).map((de) => de.token.text).join("").trim() === t().truth ? "right" : `the truth is ${t().truth}`
          ]), g(P, j);
        };
        z(B, (P) => {
          t().truth !== null && P(ce);
        });
      }
      var W = c(B, 2);
      {
        var x = (P) => {
          var j = Al();
          ne("click", j, () => {
            t().goOn(), document.getElementById("question")?.focus();
          }), g(P, j);
        };
        z(W, (P) => {
          t().source.kind === "server" && !t().study.answering && P(x);
        });
      }
      var q = c(C, 2);
      {
        var J = (P) => {
          var j = Nl();
          Me(j, 21, () => n(o).top.slice(0, 5), (te) => te.id, (te, de) => {
            var G = Ml();
            let ge;
            var X = w(G), M = Y(X, !0), F = c(X), D = Y(F, !0);
            $(
              (K, he) => {
                le(G, "aria-pressed", t().target?.id === n(de).id), ge = Je(G, "", ge, { "--share": `${100 * n(de).p}%` }), T(M, K), T(D, he);
              },
              [() => vt(n(de).text), () => Gt(n(de).p)]
            ), ne("click", G, () => t().target = { id: n(de).id, text: n(de).text }), g(te, G);
          }), g(P, j);
        };
        z(q, (P) => {
          n(o) && P(J);
        });
      }
      g(_, A);
    };
    z(y, (_) => {
      t().study?.answer.length && _(E);
    });
  }
  $(() => v = Jt(f, 1, "card ask", null, v, { dragged: n(s) })), De("dragover", f, (_) => {
    _.preventDefault(), S(s, !0);
  }), De("dragleave", f, () => S(s, !1)), De("drop", f, l), g(r, f), pt();
}
Ot(["change", "click", "keydown"]);
const vn = (r) => r.replace(/[<>&"]/g, (e) => `&#${e.charCodeAt(0)};`);
function Gs(r, e, t, a) {
  const s = Math.max(8, e / 30), i = t.map(({ box: [o, l, u, f], fill: v, text: h }) => {
    const b = `<rect x="${o}" y="${l}" width="${u - o}" height="${f - l}" fill="${v}"/>`;
    return h ? `${b}<text x="${(o + u) / 2}" y="${(l + f) / 2}" font-size="${Math.min((f - l) * 0.42, (u - o) * 1.5 / Math.max(2, h.length))}" fill="#888" text-anchor="middle" dominant-baseline="central">${vn(h)}</text>` : b;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${r} ${e + 2 * s}" width="${r}" height="${e + 2 * s}" font-family="system-ui, sans-serif"><title>${vn(a)}</title>${i.join("")}<text x="2" y="${e + 1.4 * s}" font-size="${s}" fill="#777">${vn(a)}</text></svg>`;
}
const Ea = (r, e, t, a, s) => Gs(t * 20, e * 20, Array.from({ length: e * t }, (i, o) => ({ box: [o % t * 20, Math.floor(o / t) * 20, o % t * 20 + 19, Math.floor(o / t) * 20 + 19], fill: a(r[o]) })), s);
function hn(r, e, t = "text/plain") {
  const a = typeof e == "string" ? new Blob([e], { type: t }) : e, s = Object.assign(document.createElement("a"), { href: URL.createObjectURL(a), download: r });
  s.click(), setTimeout(() => URL.revokeObjectURL(s.href), 1e4);
}
const Ll = (r) => r.map((e) => e.map((t) => /[",\n]/.test(String(t)) ? `"${String(t).replace(/"/g, '""')}"` : String(t)).join(",")).join(`
`) + `
`;
async function Rl(r) {
  const e = new Image();
  e.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(r)}`, await e.decode();
  const t = Math.max(1, 1200 / Math.max(e.width, e.height)), a = Object.assign(document.createElement("canvas"), { width: e.width * t, height: e.height * t });
  return a.getContext("2d").drawImage(e, 0, 0, a.width, a.height), new Promise((s) => a.toBlob((i) => s(i)));
}
const la = (r) => {
  let e = "";
  for (let t = 0; t < r.length; t += 32768) e += String.fromCharCode(...r.subarray(t, t + 32768));
  return btoa(e);
};
async function Cl(r) {
  const e = await (await fetch(r)).blob();
  return `data:${e.type};base64,${la(new Uint8Array(await e.arrayBuffer()))}`;
}
async function $l(r, e, t, a, s, i) {
  const [o, l] = await Promise.all(["app.js", "app.css"].map(async (h) => (await fetch(`assets/${h}`)).text())), u = await Promise.all(r.images.map((h, b) => Promise.all(h.frames.map((d, y) => Cl(t(b, y)))))), f = Object.fromEntries([...r.raw].map(([h, b]) => [h, la(b)])), v = JSON.stringify({ id: r.id, title: a, text: s, tabs: i, answer: r.answer, tokens: la(e), pictures: u, views: f }).replace(/</g, "\\u003c");
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data: blob:; style-src 'unsafe-inline'; script-src 'unsafe-inline'"><link rel="icon" href="data:,"><title>${vn(a)}</title><style>${l}</style></head><body><div id="app" data-start></div><script type="application/json" id="study">${v}<\/script><script type="module">${o}<\/script></body></html>`;
}
var Il = /* @__PURE__ */ k('<button type="button" class="small">code</button>'), jl = /* @__PURE__ */ k('<button type="button" class="small"> </button>'), Dl = /* @__PURE__ */ k('<div class="code"><button type="button" class="small"> </button> <pre tabindex="0" role="region"> </pre></div>'), Fl = /* @__PURE__ */ k('<div class="bar"><h2> </h2> <!> <span class="grow"></span> <!> <!></div> <!>', 1);
function Er(r, e) {
  ht(e, !0);
  let t = qe(e, "code", 3, ""), a = qe(e, "exporter", 3, null), s = /* @__PURE__ */ L(!1), i = /* @__PURE__ */ L(!1);
  async function o(I) {
    a() && (I === "csv" && a().csv && hn(`${a().name}.csv`, Ll(a().csv()), "text/csv"), I === "svg" && a().svg && hn(`${a().name}.svg`, a().svg(), "image/svg+xml"), I === "png" && a().svg && hn(`${a().name}.png`, await Rl(a().svg())));
  }
  async function l() {
    await navigator.clipboard.writeText(t()), S(i, !0), setTimeout(() => S(i, !1), 1500);
  }
  var u = Fl(), f = Oe(u), v = w(f), h = Y(v, !0), b = c(v, 2);
  Yo(b, () => e.children ?? rs);
  var d = c(b, 4);
  {
    var y = (I) => {
      var B = Il();
      $(() => le(B, "aria-expanded", n(s))), ne("click", B, () => S(s, !n(s))), g(I, B);
    };
    z(d, (I) => {
      t() && I(y);
    });
  }
  var E = c(d, 2);
  {
    var _ = (I) => {
      var B = xr(), ce = Oe(B);
      Me(ce, 16, () => ["png", "svg", "csv"], ze, (W, x) => {
        var q = xr(), J = Oe(q);
        {
          var P = (j) => {
            var te = jl(), de = Y(te, !0);
            $(
              (G) => {
                le(te, "aria-label", `Export ${a().name ?? ""} as ${G ?? ""}`), T(de, x);
              },
              [() => x.toUpperCase()]
            ), ne("click", te, () => o(x)), g(j, te);
          };
          z(J, (j) => {
            (x === "csv" ? a().csv : a().svg) && j(P);
          });
        }
        g(W, q);
      }), g(I, B);
    };
    z(E, (I) => {
      a() && I(_);
    });
  }
  var A = c(f, 2);
  {
    var C = (I) => {
      var B = Dl(), ce = w(B), W = Y(ce, !0), x = c(ce, 2), q = Y(x, !0);
      $(() => {
        T(W, n(i) ? "copied" : "copy"), le(x, "aria-label", `Python for ${e.title ?? ""}`), T(q, t());
      }), ne("click", ce, l), g(I, B);
    };
    z(A, (I) => {
      n(s) && t() && I(C);
    });
  }
  $(() => T(h, e.title)), g(r, u), pt();
}
Ot(["click"]);
var Ul = /* @__PURE__ */ k('<div class="grid-box"><div role="application" tabindex="0"><canvas></canvas></div> <p class="fine readout" role="status"> </p></div>');
function xn(r, e) {
  ht(e, !0);
  let t = qe(e, "signed", 3, !1), a = qe(e, "high", 3, 0), s = qe(e, "rowName", 3, "layer"), i = qe(e, "columnName", 3, "head"), o = qe(e, "columnLabels", 3, null), l = qe(e, "picked", 3, null), u = qe(e, "unit", 3, ""), f = qe(e, "order", 3, null), v = /* @__PURE__ */ L(void 0), h = /* @__PURE__ */ L(0), b = /* @__PURE__ */ L(null);
  const d = 30, y = 18, E = /* @__PURE__ */ H(() => Math.max(3, Math.min(34, (n(h) - d) / Math.max(1, e.columns)))), _ = /* @__PURE__ */ H(() => Math.max(7, Math.min(22, n(E), 560 / Math.max(1, e.rows)))), A = /* @__PURE__ */ H(() => {
    if (a()) return a();
    let X = 0;
    for (let M = 0; M < e.rows * e.columns; M++) Math.abs(e.values[M]) > X && (X = Math.abs(e.values[M]));
    return X || 1;
  });
  let C = null;
  function I(X) {
    const M = document.createElement("canvas");
    M.width = Math.ceil((d + n(E) * e.columns) * X), M.height = Math.ceil((y + n(_) * e.rows) * X);
    const F = M.getContext("2d");
    F.scale(X, X);
    const D = n(E) > 8 ? 1 : 0;
    for (let N = 0; N < e.rows; N++) for (let Q = 0; Q < e.columns; Q++) {
      const Z = e.values[N * e.columns + (f() ? f()[Q] : Q)];
      F.fillStyle = Number.isNaN(Z) ? "rgba(128,128,128,.18)" : Ut(Z / n(A), t()), F.fillRect(d + Q * n(E), y + N * n(_), n(E) - D, n(_) - D);
    }
    F.fillStyle = getComputedStyle(n(v)).color, F.font = "11px system-ui, sans-serif", F.textBaseline = "middle", F.textAlign = "right";
    const K = Math.ceil(13 / n(_)), he = Math.ceil(20 / n(E));
    for (let N = 0; N < e.rows; N += K) F.fillText(String(N), d - 5, y + (N + 0.5) * n(_));
    if (F.textAlign = "center", !o()) for (let N = 0; N < e.columns; N += he) F.fillText(String(f() ? f()[N] : N), d + (N + 0.5) * n(E), 8);
    return M;
  }
  Yt(() => {
    e.values, e.rows, e.columns, t(), n(A), n(E), n(_), f(), !(!n(v) || !n(h)) && (C = I(devicePixelRatio || 1), B());
  }), Yt(() => {
    n(b), l(), B();
  });
  function B() {
    if (!n(v) || !C) return;
    const X = devicePixelRatio || 1;
    (n(v).width !== C.width || n(v).height !== C.height) && Object.assign(n(v), { width: C.width, height: C.height });
    const M = n(v).getContext("2d");
    M.setTransform(1, 0, 0, 1, 0, 0), M.clearRect(0, 0, n(v).width, n(v).height), M.drawImage(C, 0, 0), M.scale(X, X);
    for (const [F, D] of [[l(), "#fff"], [n(b), "#ffe14d"]]) {
      if (!F) continue;
      const K = f() ? f().indexOf(F[1]) : F[1], he = [
        d + K * n(E),
        y + F[0] * n(_),
        n(E) - 1,
        n(_) - 1
      ];
      M.lineWidth = 4, M.strokeStyle = "#000", M.strokeRect(...he), M.lineWidth = 2, M.strokeStyle = D, M.strokeRect(...he);
    }
  }
  function ce(X) {
    const M = n(v).getBoundingClientRect(), F = Math.floor((X.clientX - M.left - d) / n(E)), D = Math.floor((X.clientY - M.top - y) / n(_));
    return D >= 0 && D < e.rows && F >= 0 && F < e.columns ? [D, f() ? f()[F] : F] : null;
  }
  function W(X) {
    X?.[0] === n(b)?.[0] && X?.[1] === n(b)?.[1] || (S(b, X), e.onhover?.(X));
  }
  function x(X) {
    const M = {
      ArrowLeft: [0, -1],
      ArrowRight: [0, 1],
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0]
    }[X.key], F = n(b) ?? l();
    if (M) {
      X.preventDefault();
      const D = F ? f() ? f().indexOf(F[1]) : F[1] : 0, K = F ? Math.max(0, Math.min(e.columns - 1, D + M[1])) : 0;
      W([
        F ? Math.max(0, Math.min(e.rows - 1, F[0] + M[0])) : 0,
        f() ? f()[K] : K
      ]);
    } else (X.key === "Enter" || X.key === " ") && F && (X.preventDefault(), e.onpick?.(F));
  }
  const q = /* @__PURE__ */ H(() => n(b) ?? l()), J = /* @__PURE__ */ H(() => {
    if (!n(q)) return "Point at a cell, click to keep it.";
    const X = e.values[n(q)[0] * e.columns + n(q)[1]], M = o() ? o()[n(q)[1]] : `${i()} ${n(q)[1]}`;
    return `${s()} ${n(q)[0]}, ${M}: ${t() ? sr(X) : Xt(X)} ${u()}`;
  });
  var P = Ul(), j = w(P), te = w(j);
  let de;
  an(te, (X) => S(v, X), () => n(v));
  var G = c(j, 2), ge = Y(G, !0);
  $(() => {
    le(j, "aria-label", `${e.label ?? ""}: ${e.rows ?? ""} ${s() ?? ""}s by ${e.columns ?? ""}. Arrow keys move, Enter keeps a cell, Escape lets go.`), le(j, "data-grid", e.label), le(j, "data-cell", `30,18,${n(E) ?? ""},${n(_) ?? ""}`), de = Je(te, "", de, {
      width: `${d + n(E) * e.columns}px`,
      height: `${y + n(_) * e.rows}px`
    }), T(ge, n(J));
  }), ne("keydown", j, x), De("blur", j, () => W(null)), ne("pointermove", te, (X) => W(ce(X))), De("pointerleave", te, () => W(null)), ne("click", te, (X) => {
    const M = ce(X);
    M && e.onpick?.(M);
  }), xa(P, "clientWidth", (X) => S(h, X)), g(r, P), pt();
}
Ot(["keydown", "pointermove", "click"]);
class En {
  #e = /* @__PURE__ */ L(null);
  get view() {
    return n(this.#e);
  }
  set view(e) {
    S(this.#e, e);
  }
  #r = /* @__PURE__ */ L(null);
  get study() {
    return n(this.#r);
  }
  set study(e) {
    S(this.#r, e);
  }
  #t = /* @__PURE__ */ L(null);
  get asked() {
    return n(this.#t);
  }
  set asked(e) {
    S(this.#t, e);
  }
  name = "";
  #n = /* @__PURE__ */ L("");
  get error() {
    return n(this.#n);
  }
  set error(e) {
    S(this.#n, e, !0);
  }
  constructor(e, t) {
    let a = 0;
    Yt(() => {
      const s = t(), i = ++a;
      if (!s?.study || s.study.answering) {
        s?.study || ur(() => this.view = null);
        return;
      }
      const { study: o, name: l, asked: u } = s;
      ur(() => {
        this.study !== o && (this.view = null), this.error = "", e.busy++;
      }), o.view(l, u).then(
        (f) => {
          i === a && Object.assign(this, { view: f, study: o, asked: u, name: l });
        },
        (f) => {
          i === a && (this.view = null, e.source.kind === "server" && f.status === 404 ? e.during(Promise.reject(f)) : this.error = f.message);
        }
      ).finally(() => e.busy--);
    });
  }
}
const Hl = () => new Promise((r, e) => {
  const t = indexedDB.open("vlm_lens_native", 1);
  t.onupgradeneeded = () => t.result.createObjectStore("images"), t.onsuccess = () => r(t.result), t.onerror = () => e(t.error);
});
async function Xs(r, e) {
  try {
    const t = (await Hl()).transaction("images", r).objectStore("images");
    return await new Promise((a, s) => {
      const i = e(t);
      i.onsuccess = () => a(i.result), i.onerror = () => s(i.error);
    });
  } catch {
    return null;
  }
}
const Va = (r, e) => Xs("readwrite", (t) => t.put(e, r)), zl = (r) => Xs("readonly", (e) => e.get(r));
async function Bl(r, e = 16) {
  const t = document.createElement("video");
  t.muted = !0, t.src = URL.createObjectURL(r), await new Promise((o, l) => {
    t.onloadeddata = o, t.onerror = () => l(new Error("This browser can't decode the video; give it as frames."));
  });
  const a = Math.max(2, Math.min(e, Math.floor(t.duration * 2))), s = Object.assign(document.createElement("canvas"), { width: t.videoWidth, height: t.videoHeight }), i = [];
  for (let o = 0; o < a; o++)
    t.currentTime = (o + 0.5) * t.duration / a, await new Promise((l) => t.onseeked = l), s.getContext("2d").drawImage(t, 0, 0), i.push(await new Promise((l) => s.toBlob((u) => l(u), "image/png")));
  return URL.revokeObjectURL(t.src), { frames: i, fps: a / t.duration };
}
const Zs = new Float32Array(65536);
for (let r = 0; r < 65536; r++) {
  const e = r & 32768 ? -1 : 1, t = r >> 10 & 31, a = r & 1023;
  Zs[r] = e * (t === 0 ? a * 2 ** -24 : t === 31 ? a ? NaN : 1 / 0 : (1 + a / 1024) * 2 ** (t - 15));
}
const ql = {
  F16: (r) => Float32Array.from(new Uint16Array(r), (e) => Zs[e]),
  F32: (r) => new Float32Array(r),
  F64: (r) => new Float64Array(r),
  U8: (r) => new Uint8Array(r),
  U16: (r) => new Uint16Array(r),
  U32: (r) => new Uint32Array(r),
  I32: (r) => new Int32Array(r),
  I64: (r) => Float64Array.from(new BigInt64Array(r), Number)
};
function cr(r) {
  const e = r.byteOffset === 0 && r.byteLength === r.buffer.byteLength ? r : r.slice(), t = Number(new DataView(e.buffer).getBigUint64(0, !0)), a = JSON.parse(new TextDecoder().decode(e.subarray(8, 8 + t))), s = {};
  for (const [i, o] of Object.entries(a)) {
    if (i === "__metadata__") continue;
    const [l, u] = o.data_offsets;
    s[i] = { shape: o.shape, data: ql[o.dtype](e.slice(8 + t + l, 8 + t + u).buffer) };
  }
  return { arrays: s, about: JSON.parse(a.__metadata__.about) };
}
async function* Qs(r) {
  const e = r.getReader();
  let t = new Uint8Array(0);
  try {
    for (; ; ) {
      const { done: a, value: s } = await e.read();
      if (a) return;
      const i = new Uint8Array(t.length + s.length);
      for (i.set(t), i.set(s, t.length), t = i; t.length >= 4; ) {
        const o = new DataView(t.buffer, t.byteOffset).getUint32(0, !0);
        if (t.length < 4 + o) break;
        yield t.slice(4, 4 + o), t = t.slice(4 + o);
      }
    }
  } finally {
    e.cancel().catch(() => {
    });
  }
}
const Wl = /* @__PURE__ */ Object.freeze(/* @__PURE__ */ Object.defineProperty({
  __proto__: null,
  pieces: Qs,
  unpack: cr
}, Symbol.toStringTag, { value: "Module" }));
class at extends Error {
  constructor(e, t = 0) {
    super(e), this.status = t;
  }
  status;
}
async function Vl(r) {
  if (r.ok) return r;
  const e = await r.json().catch(() => ({ error: r.statusText }));
  throw new at(e.error ?? r.statusText, r.status);
}
async function Ar(r, e) {
  try {
    return await Vl(await fetch(r, e));
  } catch (t) {
    throw t instanceof at || t.name === "AbortError" ? t : new at("The server does not answer. Is it still running? The page goes on when it is back.");
  }
}
const Yn = (r) => ({ method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(r) });
class Kl {
  kind = "server";
  async models() {
    return (await Ar("api/models")).json();
  }
  async example(e, t) {
    return (await Ar(`api/examples?${new URLSearchParams({ model: e, number: String(t) })}`)).json();
  }
  async addImage(e) {
    return (await Ar("api/images", { method: "POST", body: e, headers: { "content-type": e.type || "application/octet-stream" } })).json();
  }
  imageUrl(e) {
    return `api/images/${e}`;
  }
  async open(e) {
    const t = await Ar("api/studies", Yn(e));
    return { id: t.headers.get("x-study"), view: cr(new Uint8Array(await t.arrayBuffer())) };
  }
  pictureUrl(e, t, a) {
    return `api/studies/${e}/pictures/${t}/${a}`;
  }
  async raw(e, t, a) {
    return new Uint8Array(await (await Ar(`api/studies/${e}/${t}`, Yn(a))).arrayBuffer());
  }
  async *stream(e, t, a, s) {
    const i = await Ar(`api/studies/${e}/${t}`, { ...Yn(a), signal: s });
    for await (const o of Qs(i.body)) {
      const l = cr(o);
      if (l.about.error) throw new at(l.about.error);
      yield l;
    }
  }
}
const Sn = (r) => Uint8Array.from(atob(r), (e) => e.charCodeAt(0));
class Yl {
  constructor(e) {
    this.data = e;
  }
  data;
  kind = "page";
  given() {
    const { id: e, answer: t, title: a, text: s, tabs: i } = this.data;
    return { id: e, answer: t, title: a, text: s, tabs: i, view: cr(Sn(this.data.tokens)) };
  }
  async models() {
    return [];
  }
  async example() {
    throw new at("This page holds one study only.");
  }
  async addImage() {
    throw new at("This page holds one study only.");
  }
  imageUrl() {
    return "data:,";
  }
  async open() {
    throw new at("This page holds one study only.");
  }
  pictureUrl(e, t, a) {
    return this.data.pictures[t]?.[a] ?? "data:,";
  }
  async raw(e, t, a) {
    const s = this.data.views[`${t} ${JSON.stringify(a)}`];
    if (!s) throw new at("This was not computed when the page was written. The app, or the same lines of Python, find it.", 410);
    return Sn(s);
  }
  async *stream(e, t, a) {
    yield cr(await this.raw(e, t, a));
  }
}
class Jl {
  constructor(e) {
    this.model = e, e.on("msg:custom", (t, a) => {
      const s = this.waiting.get(t.id);
      s && (this.waiting.delete(t.id), t.error ? s.failed(new at(t.error)) : s.done(new Uint8Array(a[0].buffer, a[0].byteOffset, a[0].byteLength)));
    });
  }
  model;
  kind = "kernel";
  waiting = /* @__PURE__ */ new Map();
  next = 0;
  saved() {
    return this.model.get("saved");
  }
  given() {
    const { id: e, answer: t, title: a, text: s } = this.saved();
    return { id: e, answer: t, title: a, text: s, view: cr(Sn(this.saved().tokens)) };
  }
  async models() {
    return [];
  }
  async example() {
    throw new at("Ask in the notebook: model.explore(inputs).");
  }
  async addImage() {
    throw new at("Ask in the notebook: model.explore(inputs).");
  }
  imageUrl() {
    return "data:,";
  }
  async open() {
    throw new at("Ask in the notebook: model.explore(inputs).");
  }
  pictureUrl(e, t, a) {
    return this.saved().pictures[t]?.[a] ?? "data:,";
  }
  raw(e, t, a) {
    const s = this.saved().views[`${t} ${JSON.stringify(a)}`];
    if (s) return Promise.resolve(Sn(s));
    const i = this.next++;
    return new Promise((o, l) => {
      const u = setTimeout(() => {
        this.waiting.delete(i), l(new at("The kernel does not answer; what was computed before can still be seen.", 504));
      }, 12e4);
      this.waiting.set(i, { done: (f) => (clearTimeout(u), o(f)), failed: (f) => (clearTimeout(u), l(f)) }), this.model.send({ id: i, name: t, asked: a });
    });
  }
  async *stream(e, t, a) {
    const s = cr(await this.raw(e, t, a));
    if (s.about.error) throw new at(s.about.error);
    yield s;
  }
}
const zr = ["attribution", "attention", "lens", "causes"];
class pn {
  constructor(e, t, a) {
    this.source = e, this.id = t;
    const { arrays: s, about: i } = a, o = (u) => s[u].data, l = o("boxes");
    this.tokens = i.strings.map((u, f) => {
      const v = Array.from(l.slice(4 * f, 4 * f + 4));
      return {
        position: f,
        text: u,
        id: o("ids")[f],
        kind: i.kinds[o("kinds")[f]],
        image: o("images")[f],
        frame: o("frames")[f],
        row: o("rows")[f],
        column: o("columns")[f],
        tile: o("tiles")[f],
        tileRow: o("tile_rows")[f],
        tileColumn: o("tile_columns")[f],
        global: !!o("globals")[f],
        box: v.some(Number.isNaN) ? null : v
      };
    }), this.images = i.images, this.nPrompt = i.n_prompt, this.nLayers = i.n_layers, this.nHeads = i.n_heads, this.model = i.model, this.expectedBytes = i.expected_bytes, this.code = i.code;
  }
  source;
  id;
  tokens = [];
  images;
  nPrompt;
  nLayers;
  nHeads;
  model;
  expectedBytes;
  code;
  #e = /* @__PURE__ */ L(_r([]));
  get answer() {
    return n(this.#e);
  }
  set answer(e) {
    S(this.#e, e, !0);
  }
  #r = /* @__PURE__ */ L(!1);
  get answering() {
    return n(this.#r);
  }
  set answering(e) {
    S(this.#r, e, !0);
  }
  raw = /* @__PURE__ */ new Map();
  views = /* @__PURE__ */ new Map();
  label(e) {
    const t = this.tokens[e];
    return t ? t.kind !== "image" || t.row < 0 ? t.text : [...[
      this.images.length > 1 ? `image ${t.image + 1}` : "",
      t.frame >= 0 ? `frame ${t.frame + 1}` : "",
      t.tileRow >= 0 ? `tile ${t.tileRow + 1},${t.tileColumn + 1}` : t.global ? "global" : ""
    ], `row ${t.row + 1} column ${t.column + 1}`].filter(Boolean).join(" ") : this.answer[e - this.nPrompt]?.token.text ?? "";
  }
  view(e, t) {
    const a = `${e} ${JSON.stringify(t)}`;
    let s = this.views.get(a);
    return s || (s = this.source.raw(this.id, e, t).then((i) => (this.raw.set(a, i), cr(i))), this.views.set(a, s), s.catch(() => this.views.delete(a))), s;
  }
  forget() {
    this.views.clear(), this.raw.clear();
  }
}
const Gl = (r) => r ? r.split(",").map(Number).filter(Number.isFinite) : [], vr = (r, e) => r !== null && r !== "" && Number.isFinite(Number(r)) ? Number(r) : e;
class Xl {
  constructor(e) {
    this.source = e, this.begin().catch((t) => this.fail(t));
  }
  source;
  #e = /* @__PURE__ */ L([]);
  get models() {
    return n(this.#e);
  }
  set models(e) {
    S(this.#e, e);
  }
  #r = /* @__PURE__ */ L("");
  get model() {
    return n(this.#r);
  }
  set model(e) {
    S(this.#r, e, !0);
  }
  #t = /* @__PURE__ */ L("What is in the image?");
  get question() {
    return n(this.#t);
  }
  set question(e) {
    S(this.#t, e, !0);
  }
  #n = /* @__PURE__ */ L("");
  get system() {
    return n(this.#n);
  }
  set system(e) {
    S(this.#n, e, !0);
  }
  #a = /* @__PURE__ */ L([]);
  get earlier() {
    return n(this.#a);
  }
  set earlier(e) {
    S(this.#a, e);
  }
  #s = /* @__PURE__ */ L("");
  get prefill() {
    return n(this.#s);
  }
  set prefill(e) {
    S(this.#s, e, !0);
  }
  #o = /* @__PURE__ */ L([]);
  get uploads() {
    return n(this.#o);
  }
  set uploads(e) {
    S(this.#o, e);
  }
  #i = /* @__PURE__ */ L(null);
  get example() {
    return n(this.#i);
  }
  set example(e) {
    S(this.#i, e, !0);
  }
  #l = /* @__PURE__ */ L(null);
  get truth() {
    return n(this.#l);
  }
  set truth(e) {
    S(this.#l, e, !0);
  }
  #v = /* @__PURE__ */ L(0);
  get temperature() {
    return n(this.#v);
  }
  set temperature(e) {
    S(this.#v, e, !0);
  }
  #u = /* @__PURE__ */ L(48);
  get maxNew() {
    return n(this.#u);
  }
  set maxNew(e) {
    S(this.#u, e, !0);
  }
  #h = /* @__PURE__ */ L(null);
  get study() {
    return n(this.#h);
  }
  set study(e) {
    S(this.#h, e);
  }
  #g = /* @__PURE__ */ L(null);
  get clean() {
    return n(this.#g);
  }
  set clean(e) {
    S(this.#g, e);
  }
  #c = /* @__PURE__ */ L(null);
  get second() {
    return n(this.#c);
  }
  set second(e) {
    S(this.#c, e);
  }
  #p = /* @__PURE__ */ L(null);
  get secondUpload() {
    return n(this.#p);
  }
  set secondUpload(e) {
    S(this.#p, e);
  }
  #b = /* @__PURE__ */ L(null);
  get secondExample() {
    return n(this.#b);
  }
  set secondExample(e) {
    S(this.#b, e, !0);
  }
  #k = /* @__PURE__ */ L(null);
  get focus() {
    return n(this.#k);
  }
  set focus(e) {
    S(this.#k, e, !0);
  }
  #m = /* @__PURE__ */ L(null);
  get target() {
    return n(this.#m);
  }
  set target(e) {
    S(this.#m, e);
  }
  #f = /* @__PURE__ */ L(null);
  get contrast() {
    return n(this.#f);
  }
  set contrast(e) {
    S(this.#f, e);
  }
  #_ = /* @__PURE__ */ L(null);
  get place() {
    return n(this.#_);
  }
  set place(e) {
    S(this.#_, e, !0);
  }
  #y = /* @__PURE__ */ L(null);
  get layer() {
    return n(this.#y);
  }
  set layer(e) {
    S(this.#y, e, !0);
  }
  #d = /* @__PURE__ */ L(null);
  get head() {
    return n(this.#d);
  }
  set head(e) {
    S(this.#d, e, !0);
  }
  #w = /* @__PURE__ */ L(null);
  get lensLayer() {
    return n(this.#w);
  }
  set lensLayer(e) {
    S(this.#w, e, !0);
  }
  #x = /* @__PURE__ */ L([]);
  get words() {
    return n(this.#x);
  }
  set words(e) {
    S(this.#x, e);
  }
  #E = /* @__PURE__ */ L("none");
  get paint() {
    return n(this.#E);
  }
  set paint(e) {
    S(this.#E, e, !0);
  }
  #S = /* @__PURE__ */ L("attribution");
  get tab() {
    return n(this.#S);
  }
  set tab(e) {
    S(this.#S, e, !0);
  }
  #A = /* @__PURE__ */ L(/* @__PURE__ */ new Set());
  get selected() {
    return n(this.#A);
  }
  set selected(e) {
    S(this.#A, e);
  }
  #M = /* @__PURE__ */ L([]);
  get changes() {
    return n(this.#M);
  }
  set changes(e) {
    S(this.#M, e);
  }
  #N = /* @__PURE__ */ L(null);
  get sweep() {
    return n(this.#N);
  }
  set sweep(e) {
    S(this.#N, e);
  }
  #P = /* @__PURE__ */ L(null);
  get hoverHead() {
    return n(this.#P);
  }
  set hoverHead(e) {
    S(this.#P, e);
  }
  #T = /* @__PURE__ */ L(null);
  get hoverPlace() {
    return n(this.#T);
  }
  set hoverPlace(e) {
    S(this.#T, e, !0);
  }
  #O = /* @__PURE__ */ L(0);
  get busy() {
    return n(this.#O);
  }
  set busy(e) {
    S(this.#O, e, !0);
  }
  #L = /* @__PURE__ */ L("");
  get message() {
    return n(this.#L);
  }
  set message(e) {
    S(this.#L, e, !0);
  }
  title = "";
  text = "";
  #R = /* @__PURE__ */ L(zr);
  get tabs() {
    return n(this.#R);
  }
  set tabs(e) {
    S(this.#R, e);
  }
  run = 0;
  stop = null;
  get info() {
    return this.models.find((e) => e.name === this.model) ?? null;
  }
  get at() {
    return this.focus ?? (this.study ? this.study.nPrompt - 1 : 0);
  }
  get shownHead() {
    return this.hoverHead ?? (this.layer !== null && this.head !== null ? { layer: this.layer, head: this.head } : null);
  }
  get shownPlace() {
    return this.hoverPlace ?? this.place;
  }
  fail(e) {
    const t = e;
    t.name !== "AbortError" && (this.message = t.message || String(e));
  }
  // Runs something that asks the server, and says so while it runs.
  async during(e) {
    this.busy++;
    try {
      return await e;
    } catch (t) {
      return t instanceof at && t.status === 404 && this.source.kind === "server" && this.study ? (this.message = "The server has been started anew, or dropped this study; asking again.", await this.ask(!1), this.message = "") : this.fail(t), null;
    } finally {
      this.busy--;
    }
  }
  async begin() {
    if (this.source.given) {
      const t = this.source.given();
      this.title = t.title, this.text = t.text;
      const a = new pn(this.source, t.id, t.view);
      a.answer = t.answer ?? [], this.study = a, this.tabs = t.tabs ?? zr, this.tab = this.tabs[0], this.restore(new URLSearchParams(location.hash.slice(1))), this.tabs.includes(this.tab) || (this.tab = this.tabs[0]), this.afterAnswer();
      return;
    }
    for (; ; )
      try {
        this.models = await this.source.models();
        break;
      } catch (t) {
        this.fail(t), await new Promise((a) => setTimeout(a, 2e3));
      }
    this.message = "";
    const e = new URLSearchParams(location.hash.slice(1));
    this.model = this.models.some((t) => t.name === e.get("model")) ? e.get("model") : this.models[0]?.name ?? "", e.has("q") ? (this.restore(e), await this.bring(e) && await this.ask(!1)) : this.info?.examples && await this.takeExample(0, !1), addEventListener("hashchange", () => this.moved());
  }
  moved() {
    const e = new URLSearchParams(location.hash.slice(1));
    e.toString() !== this.written && this.restore(e);
  }
  // --- the address ---
  written = "";
  write() {
    const e = {
      model: this.model,
      q: this.question,
      system: this.system,
      prefill: this.prefill,
      example: this.example,
      images: this.uploads.map((s) => s.frames ? `${s.frames.join("+")}@${s.fps}` : s.id).join(","),
      turns: this.earlier.length ? JSON.stringify(this.earlier) : "",
      focus: this.focus,
      target: this.target && `${this.target.id}:${this.target.text}`,
      contrast: this.contrast && `${this.contrast.id}:${this.contrast.text}`,
      place: this.place,
      layer: this.layer,
      head: this.head,
      lens: this.lensLayer,
      words: this.words.join(","),
      paint: this.paint === "none" ? "" : this.paint,
      tab: this.tab === zr[0] ? "" : this.tab,
      selected: [...this.selected].join(","),
      second: this.secondExample ?? (this.secondUpload ? this.secondUpload.id : ""),
      changes: this.changes.length ? JSON.stringify(this.changes) : "",
      t: this.temperature || ""
    }, t = new URLSearchParams();
    for (const [s, i] of Object.entries(e)) i != null && i !== "" && t.set(s, String(i));
    const a = t.toString();
    !this.study || a === this.written || (this.written = a, this.source.kind !== "kernel" && history.replaceState(null, "", `#${a}`));
  }
  restore(e) {
    const t = (a) => {
      const [s, ...i] = (e.get(a) ?? "").split(":");
      return s && Number.isInteger(Number(s)) ? { id: Number(s), text: i.join(":") } : null;
    };
    e.has("q") && (this.question = e.get("q")), this.system = e.get("system") ?? "", this.prefill = e.get("prefill") ?? "", this.temperature = vr(e.get("t"), 0), this.focus = vr(e.get("focus"), null), this.target = t("target"), this.contrast = t("contrast"), this.place = vr(e.get("place"), null), this.layer = vr(e.get("layer"), null), this.head = vr(e.get("head"), null), this.lensLayer = vr(e.get("lens"), null), this.words = (e.get("words") ?? "").split(",").filter(Boolean), this.paint = e.get("paint") || "none", this.tab = zr.includes(e.get("tab")) ? e.get("tab") : zr[0], this.selected = new Set(Gl(e.get("selected")));
    try {
      this.changes = JSON.parse(e.get("changes") ?? "[]"), this.earlier = JSON.parse(e.get("turns") ?? "[]");
    } catch {
      this.changes = [];
    }
  }
  // The images that the address names, from the server, the example or this browser's store.
  async bring(e) {
    if (this.example = vr(e.get("example"), null), this.example !== null)
      try {
        const s = await this.source.example(this.model, this.example);
        this.truth = s.answer, s.images.map((i) => i.id).join(",") === e.get("images") && (this.uploads = s.images);
      } catch (s) {
        this.fail(s);
      }
    const t = e.get("second");
    if (t && t.length < 8 && (this.secondExample = Number(t)), this.uploads.length) return !0;
    const a = [];
    for (const s of (e.get("images") ?? "").split(",").filter(Boolean)) {
      const [i, o] = s.split("@"), l = i.split("+"), u = [];
      for (const f of l) {
        const h = await zl(f) ?? await fetch(this.source.imageUrl(f)).then((b) => b.ok ? b.blob() : null, () => null);
        if (!h)
          return this.message = "This address names an image that is neither on the server nor in this browser; add it again.", !1;
        u.push(await this.source.addImage(h));
      }
      a.push(o ? {
        ...u[0],
        frames: u.map((f) => f.id),
        fps: Number(o) || void 0
      } : u[0]);
    }
    return this.uploads = a, !0;
  }
  // --- asking ---
  async takeExample(e, t = !0) {
    const a = await this.during(this.source.example(this.model, e));
    a && (this.example = e, this.truth = a.answer, this.question = a.question, this.prefill = a.prefill, this.uploads = a.images, this.earlier = [], t && await this.ask());
  }
  async addFiles(e, t = !1) {
    const a = t ? [] : [...this.uploads];
    for (const s of e) {
      const i = await this.during(this.upload(s));
      i && a.push(i);
    }
    this.uploads = a, this.example = null, this.truth = null;
  }
  async upload(e) {
    if (!e.type.startsWith("video/")) {
      const i = await this.source.addImage(e);
      return await Va(i.id, e), i;
    }
    const { frames: t, fps: a } = await Bl(e), s = [];
    for (const i of t) {
      const o = await this.source.addImage(i);
      await Va(o.id, i), s.push(o);
    }
    return {
      ...s[0],
      frames: s.map((i) => i.id),
      fps: Math.round(a * 1e3) / 1e3
    };
  }
  prompt(e = this.uploads) {
    const t = e.map((i) => i.frames ? {
      type: "video",
      frames: i.frames,
      ...i.fps ? { fps: i.fps } : {}
    } : { type: "image", image: i.id }), a = [];
    this.system && a.push({
      role: "system",
      content: [{ type: "text", text: this.system }]
    });
    const s = [{ type: "text", text: this.question }];
    return this.earlier.length ? a.push(...this.earlier, { role: "user", content: s }) : a.push({ role: "user", content: [...t, ...s] }), { model: this.model, turns: a, prefill: this.prefill };
  }
  async ask(e = !0) {
    this.stop?.abort();
    const t = ++this.run, a = this.stop = new AbortController();
    this.message = "", this.busy++;
    try {
      const { id: s, view: i } = await this.source.open(this.prompt());
      if (t !== this.run) return;
      const o = new pn(this.source, s, i);
      e && (Object.assign(this, {
        focus: null,
        target: null,
        contrast: null,
        place: null,
        layer: null,
        head: null,
        paint: "none",
        lensLayer: null
      }), this.selected = /* @__PURE__ */ new Set(), this.changes = []), this.study = o, this.clean = null, this.sweep = null, o.answering = !0;
      for await (const l of this.source.stream(
        s,
        "answer",
        {
          max_new_tokens: this.maxNew,
          temperature: this.temperature,
          seed: 0
        },
        a.signal
      )) {
        if (t !== this.run) return;
        o.answer = [...o.answer, l.about];
      }
      o.answering = !1, o.forget(), this.afterAnswer();
    } catch (s) {
      t === this.run && this.fail(s);
    } finally {
      this.busy--, this.study && (this.study.answering = !1);
    }
  }
  afterAnswer() {
    const e = this.study?.answer[0];
    e && !this.target && (this.target = e.token), e && this.focus === null && (this.focus = e.position), this.study && this.secondExample !== null && !this.second && this.openSecond(this.secondExample).catch((t) => this.fail(t)), this.write();
  }
  goOn() {
    const e = this.prompt().turns.filter((a) => a.role !== "system"), t = this.study.answer.filter((a) => !a.ends).map((a) => a.token.text).join("").trim();
    this.earlier = [
      ...e,
      {
        role: "assistant",
        content: [{ type: "text", text: t || "…" }]
      }
    ], this.question = "", this.prefill = "";
  }
  halt() {
    this.stop?.abort(), this.run++, this.study && (this.study.answering = !1);
  }
  // The same question about another image.
  async openSecond(e) {
    let t = null;
    if (typeof e == "number") {
      const i = await this.during(this.source.example(this.model, e));
      t = i?.images[0] ?? null, this.secondExample = i ? e : null;
    } else
      t = await this.during(this.upload(e)), this.secondExample = null;
    if (!t) return;
    this.secondUpload = t;
    const a = await this.during(this.source.open(this.prompt([t, ...this.uploads.slice(1)])));
    if (!a) return;
    const s = new pn(this.source, a.id, a.view);
    this.second = s, s.answering = !0;
    try {
      for await (const i of this.source.stream(s.id, "answer", { max_new_tokens: this.maxNew, temperature: 0, seed: 0 })) s.answer = [...s.answer, i.about];
    } catch (i) {
      this.fail(i);
    }
    s.answering = !1, s.forget();
  }
  // --- looking ---
  lookAt(e) {
    this.focus = e.position, this.target = e.token, this.contrast = null, this.tabs.includes("attribution") && (this.tab = "attribution");
  }
  takeHead(e, t, a = "attention") {
    this.layer = e, this.head = t, this.paint = a, this.hoverHead = null;
  }
  takePlace(e) {
    this.place = e, this.hoverPlace = null;
  }
  release() {
    (this.hoverHead || this.hoverPlace !== null) && (this.hoverHead = null, this.hoverPlace = null), this.place !== null ? this.place = null : this.layer !== null ? (this.layer = this.head = null, this.paint = "none") : this.selected.size && (this.selected = /* @__PURE__ */ new Set());
  }
  toggle(e, t = "set") {
    const a = new Set(t === "set" ? [] : this.selected);
    for (const s of e)
      t === "flip" && a.has(s) ? a.delete(s) : a.add(s);
    this.selected = a;
  }
}
function Ct(r, ...e) {
  const t = r.shape.slice(e.length).reduce((s, i) => s * i, 1);
  let a = 0;
  return e.forEach((s, i) => a += s * r.shape.slice(i + 1).reduce((o, l) => o * l, 1)), r.data.subarray(a, a + t);
}
var Zl = /* @__PURE__ */ k('<span class="fine"> </span>'), Ka = /* @__PURE__ */ k('<p class="error" role="alert"> </p>'), Ql = /* @__PURE__ */ k('<button type="button"> </button>'), eu = /* @__PURE__ */ k('<li><button type="button" class="head"> <b> </b></button></li>'), tu = /* @__PURE__ */ k('<ol class="best"></ol>'), ru = /* @__PURE__ */ k('<p class="fine"> </p>'), nu = /* @__PURE__ */ k('<p class="fine"> </p> <div class="scroller tall"><!></div>', 1), au = /* @__PURE__ */ k('<!> <div class="row"><button type="button">where the focus looks</button> <button type="button">who looks at the kept token</button> <button type="button"> </button></div> <!> <!> <!>', 1), su = /* @__PURE__ */ k('<section class="card" aria-label="Attention"><!> <!> <div class="row" role="group" aria-label="Measure"><!> <button type="button">sorted</button></div> <!></section>');
function iu(r, e) {
  ht(e, !0);
  let t = qe(e, "session", 7), a = /* @__PURE__ */ L("image"), s = /* @__PURE__ */ L(!1), i = /* @__PURE__ */ L(!1);
  const o = /* @__PURE__ */ H(() => e.painted.heads.view), l = new En(t(), () => n(i) && t().layer !== null && t().head !== null ? {
    study: e.study,
    name: "pattern",
    asked: { layer: t().layer, head: t().head }
  } : null), u = /* @__PURE__ */ H(() => {
    if (!n(o)) return new Float32Array();
    const { shape: x, data: q } = n(o).arrays.weights, [J, P, j] = x, te = new Float32Array(J * P), de = t().place ?? -1, G = new Uint8Array(j);
    for (let ge = 0; ge < j; ge++) G[ge] = Number(n(a) === "image" ? e.study.tokens[ge]?.kind === "image" : n(a) === "selection" ? t().selected.has(ge) : ge === de);
    for (let ge = 0; ge < J * P; ge++) {
      let X = 0;
      const M = ge * j;
      if (n(a) === "entropy") for (let F = 0; F < j; F++) {
        const D = q[M + F];
        D > 0 && (X -= D * Math.log(D));
      }
      else for (let F = 0; F < j; F++) G[F] && (X += q[M + F]);
      te[ge] = X;
    }
    return te;
  }), f = /* @__PURE__ */ H(() => n(o)?.arrays.weights.shape ?? [0, 0, 0]), v = /* @__PURE__ */ H(() => Array.from(n(u).keys()).sort((x, q) => n(u)[q] - n(u)[x]).slice(0, 24)), h = /* @__PURE__ */ H(() => n(o) ? {
    name: "attention",
    svg: () => Ea(n(u), n(f)[0], n(f)[1], (x) => Ut(x / Math.max(...n(u), 1e-9), !1), `attention, ${n(a)}`),
    csv: () => [
      ["layer", "head", n(a)],
      ...Array.from(n(u), (x, q) => [
        Math.floor(q / n(f)[1]),
        q % n(f)[1],
        x
      ])
    ]
  } : null), b = /* @__PURE__ */ H(() => t().shownPlace), d = /* @__PURE__ */ H(() => {
    const x = e.painted.readers.view;
    return x && t().shownHead && t().paint === "readers" ? Array.from(Ct(x.arrays.weights, t().shownHead.layer, t().shownHead.head)).map((q, J) => ({ weight: q, position: J })).sort((q, J) => J.weight - q.weight).slice(0, 5) : [];
  });
  var y = su(), E = w(y);
  {
    let x = /* @__PURE__ */ H(() => n(i) ? l.view?.about.code ?? "" : n(o)?.about.code ?? "");
    Er(E, {
      title: "Attention",
      get code() {
        return n(x);
      },
      get exporter() {
        return n(h);
      },
      children: (q, J) => {
        var P = Zl(), j = Y(P);
        $((te) => T(j, `from the focus ${te ?? ""}`), [() => JSON.stringify(e.study.label(t().at))]), g(q, P);
      },
      $$slots: { default: !0 }
    });
  }
  var _ = c(E, 2);
  {
    var A = (x) => {
      var q = Ka(), J = Y(q, !0);
      $(() => T(J, e.painted.heads.error)), g(x, q);
    };
    z(_, (x) => {
      e.painted.heads.error && x(A);
    });
  }
  var C = c(_, 2), I = w(C);
  Me(
    I,
    16,
    () => [
      ["image", "on the image"],
      ["selection", "on the selection"],
      ["token", "on the token"],
      ["entropy", "entropy"]
    ],
    ze,
    (x, q) => {
      var J = /* @__PURE__ */ H(() => _n(q, 2));
      let P = () => n(J)[0], j = () => n(J)[1];
      var te = Ql(), de = Y(te, !0);
      $(() => {
        le(te, "aria-pressed", n(a) === P()), te.disabled = P() === "selection" && !t().selected.size || P() === "token" && t().place === null, T(de, j());
      }), ne("click", te, () => S(a, P(), !0)), g(x, te);
    }
  );
  var B = c(I, 2), ce = c(C, 2);
  {
    var W = (x) => {
      var q = au(), J = Oe(q);
      {
        var P = (Q) => {
          var Z = tu();
          Me(Z, 20, () => n(v), (V) => V, (V, ae) => {
            const ie = /* @__PURE__ */ H(() => {
              const [U, O] = [Math.floor(ae / n(f)[1]), ae % n(f)[1]];
              return { layer: U, head: O };
            });
            var me = eu(), we = w(me), $e = w(we), ve = c($e), p = Y(ve, !0);
            $(
              (U) => {
                le(we, "aria-pressed", t().layer === n(ie).layer && t().head === n(ie).head), T($e, `L${n(ie).layer ?? ""}H${n(ie).head ?? ""} `), T(p, U);
              },
              [
                () => n(a) === "entropy" ? `${n(u)[ae].toFixed(2)} nats` : Gt(n(u)[ae])
              ]
            ), De("pointerenter", we, () => {
              t().hoverHead = {
                layer: n(ie).layer,
                head: n(ie).head
              }, t().paint = "attention";
            }), De("pointerleave", we, () => t().hoverHead = null), ne("click", we, () => t().takeHead(n(ie).layer, n(ie).head)), g(V, me);
          }), g(Q, Z);
        }, j = (Q) => {
          {
            let Z = /* @__PURE__ */ H(() => n(a) === "entropy" ? 0 : 1), V = /* @__PURE__ */ H(() => n(a) === "entropy" ? "nats" : "of its attention"), ae = /* @__PURE__ */ H(() => t().layer !== null && t().head !== null ? [t().layer, t().head] : null);
            xn(Q, {
              label: "Attention by head",
              get values() {
                return n(u);
              },
              get rows() {
                return n(f)[0];
              },
              get columns() {
                return n(f)[1];
              },
              get high() {
                return n(Z);
              },
              get unit() {
                return n(V);
              },
              get picked() {
                return n(ae);
              },
              onhover: (ie) => {
                t().hoverHead = ie && { layer: ie[0], head: ie[1] }, ie && t().paint !== "readers" && t().paint !== "sources" && (t().paint = "attention");
              },
              onpick: ([ie, me]) => t().takeHead(ie, me, t().paint === "readers" ? "readers" : "attention")
            });
          }
        };
        z(J, (Q) => {
          n(s) ? Q(P) : Q(j, -1);
        });
      }
      var te = c(J, 2), de = w(te), G = c(de, 2), ge = c(G, 2), X = Y(ge), M = c(te, 2);
      {
        var F = (Q) => {
          var Z = ru(), V = Y(Z);
          $((ae) => T(V, `Most by: ${ae ?? ""}.`), [
            () => n(d).map((ae) => `${e.study.label(ae.position)} ${Gt(ae.weight)}`).join(", ")
          ]), g(Q, Z);
        };
        z(M, (Q) => {
          n(d).length && Q(F);
        });
      }
      var D = c(M, 2);
      {
        var K = (Q) => {
          const Z = /* @__PURE__ */ H(() => l.view.arrays.weights);
          var V = nu(), ae = Oe(V), ie = Y(ae), me = c(ae, 2), we = w(me);
          {
            let $e = /* @__PURE__ */ H(() => [t().at, t().place ?? t().at]);
            xn(we, {
              label: "Pattern",
              get values() {
                return n(Z).data;
              },
              get rows() {
                return n(Z).shape[0];
              },
              get columns() {
                return n(Z).shape[1];
              },
              high: 1,
              rowName: "query",
              columnName: "key",
              get picked() {
                return n($e);
              },
              onpick: ([ve, p]) => {
                t().place = p, ve < e.study.tokens.length && (t().focus = ve);
              }
            });
          }
          $(() => T(ie, `Queries from top to bottom, keys from left to right${n(b) === null ? "" : `; row ${n(b)} is the token that is pointed at`}.`)), g(Q, V);
        };
        z(D, (Q) => {
          n(i) && l.view && Q(K);
        });
      }
      var he = c(D, 2);
      {
        var N = (Q) => {
          var Z = Ka(), V = Y(Z, !0);
          $(() => T(V, l.error)), g(Q, Z);
        };
        z(he, (Q) => {
          l.error && Q(N);
        });
      }
      $(() => {
        le(de, "aria-pressed", t().paint === "attention"), le(G, "aria-pressed", t().paint === "readers"), G.disabled = t().place === null, le(ge, "aria-pressed", n(i)), ge.disabled = t().layer === null, T(X, `whole pattern${t().layer === null ? "" : ` of L${t().layer}H${t().head}`}`);
      }), ne("click", de, () => t().paint = "attention"), ne("click", G, () => t().paint = t().paint === "readers" ? "attention" : "readers"), ne("click", ge, () => S(i, !n(i))), g(x, q);
    };
    z(ce, (x) => {
      n(o) && x(W);
    });
  }
  $(() => le(B, "aria-pressed", n(s))), ne("click", B, () => S(s, !n(s))), g(r, y), pt();
}
Ot(["click"]);
var ou = /* @__PURE__ */ k('&nbsp;over <b> </b> <button type="button" class="link">alone</button>', 1), lu = /* @__PURE__ */ k('<span class="fine">logit of <b> </b><!> <!></span>'), Ya = /* @__PURE__ */ k('<p class="error" role="alert"> </p>'), uu = /* @__PURE__ */ k('<p class="fine">Click a token of the answer.</p>'), cu = /* @__PURE__ */ k('<li><button type="button" class="head"> <b> </b></button></li>'), fu = /* @__PURE__ */ k('<button type="button" class="part"><span class="part-name"> </span> <span class="half"><i class="minus"></i></span><span class="half"><i class="plus"></i></span> <span class="value"> </span></button>'), du = /* @__PURE__ */ k('<div class="bar-row" role="listitem"><span class="tick"> </span> <!></div>'), vu = /* @__PURE__ */ k("<li> <b> </b></li>"), hu = /* @__PURE__ */ k('<ol class="best"></ol> <p class="fine"> </p>', 1), pu = /* @__PURE__ */ k("<!> <!> <!>", 1), _u = /* @__PURE__ */ k(`<p class="fine">Heads: what each writes along this token's direction, after the final norm. Orange raises the logit, blue lowers it.</p> <div class="columns"><!> <div><h3>Largest heads</h3> <ol class="best"></ol></div></div> <div class="row" role="group" aria-label="What the head's map shows"><span class="fine">map of the head:</span> <button type="button">where it looks</button> <button type="button">what it adds from there</button></div> <h3>By layer</h3> <div class="bars" role="list"></div> <p class="fine"> </p> <!> <form class="row"><label>contrast with <input placeholder="another word" size="12"/></label><button type="submit">compare</button></form>`, 1), gu = /* @__PURE__ */ k('<section class="card" aria-label="Attribution"><!> <!> <!> <!></section>');
function mu(r, e) {
  ht(e, !0);
  let t = qe(e, "session", 7);
  const a = /* @__PURE__ */ H(() => t().target ? {
    target: t().target.id,
    contrast: t().contrast?.id ?? null,
    focus: t().at
  } : null), s = new En(t(), () => n(a) ? { study: e.study, name: "parts", asked: n(a) } : null);
  let i = /* @__PURE__ */ L(null);
  const o = new En(t(), () => n(a) && n(i) !== null ? {
    study: e.study,
    name: "neurons",
    asked: { ...n(a), layer: n(i), top_k: 40 }
  } : null), l = /* @__PURE__ */ H(() => s.view?.about), u = /* @__PURE__ */ H(() => s.view?.arrays.heads), f = /* @__PURE__ */ H(() => {
    if (!n(u)) return [];
    const [W, x] = n(u).shape;
    return Array.from({ length: W * x }, (q, J) => ({
      layer: Math.floor(J / x),
      head: J % x,
      value: n(u).data[J]
    })).sort((q, J) => Math.abs(J.value) - Math.abs(q.value)).slice(0, 8);
  }), v = {
    attn_out: "attention",
    mlp_out: "MLP",
    deepstack: "deepstack"
  }, h = /* @__PURE__ */ H(() => {
    if (!s.view) return { layers: [], rest: [], high: 1 };
    const W = s.view.arrays.values.data, x = [], q = [];
    return n(l).labels.forEach((J, P) => {
      const j = /^(\d+)_(.+)$/.exec(J);
      j ? (x[Number(j[1])] ??= { layer: Number(j[1]), parts: [] }).parts.push({ name: v[j[2]] ?? j[2], value: W[P] }) : q.push({ name: J.replace(/_/g, " "), value: W[P] });
    }), {
      layers: x,
      rest: q,
      high: Math.max(...Array.from(W, Math.abs), 1e-6)
    };
  }), b = /* @__PURE__ */ H(() => n(u) ? {
    name: "attribution-heads",
    svg: () => Ea(n(u).data, n(u).shape[0], n(u).shape[1], (W) => Ut(W / n(f).reduce((x, q) => Math.max(x, Math.abs(q.value)), 1e-9), !0), `logit of ${n(l).answer.text}, by head`),
    csv: () => [
      ["part", "value"],
      ...n(l).labels.map((W, x) => [W, s.view.arrays.values.data[x]]),
      ...Array.from(n(u).data, (W, x) => [
        `L${Math.floor(x / n(u).shape[1])}H${x % n(u).shape[1]}`,
        W
      ])
    ]
  } : null);
  let d = /* @__PURE__ */ L("");
  var y = gu(), E = w(y);
  {
    let W = /* @__PURE__ */ H(() => n(l)?.code ?? "");
    Er(E, {
      title: "Attribution",
      get code() {
        return n(W);
      },
      get exporter() {
        return n(b);
      },
      children: (x, q) => {
        var J = lu(), P = c(w(J)), j = Y(P, !0), te = c(P);
        {
          var de = (X) => {
            var M = ou(), F = c(Oe(M)), D = Y(F, !0), K = c(F, 2);
            $((he) => T(D, he), [() => vt(n(l).contrast.text)]), ne("click", K, () => t().contrast = null), g(X, M);
          };
          z(te, (X) => {
            n(l)?.contrast && X(de);
          });
        }
        var G = c(te, 2);
        {
          var ge = (X) => {
            var M = jo();
            $((F) => T(M, `= ${F ?? ""}`), [() => Xt(n(l).logit)]), g(X, M);
          };
          z(G, (X) => {
            n(l) && X(ge);
          });
        }
        $((X) => T(j, X), [
          () => n(l) ? vt(n(l).answer.text) : vt(t().target?.text ?? "")
        ]), g(x, J);
      },
      $$slots: { default: !0 }
    });
  }
  var _ = c(E, 2);
  {
    var A = (W) => {
      var x = Ya(), q = Y(x, !0);
      $(() => T(q, s.error)), g(W, x);
    };
    z(_, (W) => {
      s.error && W(A);
    });
  }
  var C = c(_, 2);
  {
    var I = (W) => {
      var x = uu();
      g(W, x);
    };
    z(C, (W) => {
      t().target || W(I);
    });
  }
  var B = c(C, 2);
  {
    var ce = (W) => {
      var x = _u(), q = c(Oe(x), 2), J = w(q);
      {
        let Z = /* @__PURE__ */ H(() => t().layer !== null && t().head !== null ? [t().layer, t().head] : null);
        xn(J, {
          label: "Attribution by head",
          get values() {
            return n(u).data;
          },
          get rows() {
            return n(u).shape[0];
          },
          get columns() {
            return n(u).shape[1];
          },
          signed: !0,
          unit: "logits",
          get picked() {
            return n(Z);
          },
          onhover: (V) => {
            t().hoverHead = V && { layer: V[0], head: V[1] }, V && t().paint === "none" && (t().paint = "attention");
          },
          onpick: ([V, ae]) => t().takeHead(V, ae, t().paint === "sources" ? "sources" : "attention")
        });
      }
      var P = c(J, 2), j = c(w(P), 2);
      Me(j, 21, () => n(f), (Z) => `${Z.layer} ${Z.head}`, (Z, V) => {
        var ae = cu(), ie = w(ae), me = w(ie), we = c(me), $e = Y(we, !0);
        $(
          (ve) => {
            le(ie, "aria-pressed", t().layer === n(V).layer && t().head === n(V).head), T(me, `L${n(V).layer ?? ""}H${n(V).head ?? ""} `), T($e, ve);
          },
          [() => sr(n(V).value)]
        ), De("pointerenter", ie, () => t().hoverHead = n(V)), De("pointerleave", ie, () => t().hoverHead = null), ne("click", ie, () => t().takeHead(n(V).layer, n(V).head, t().paint === "sources" ? "sources" : "attention")), g(Z, ae);
      });
      var te = c(q, 2), de = c(w(te), 2), G = c(de, 2), ge = c(te, 4);
      Me(ge, 21, () => n(h).layers, ze, (Z, V) => {
        var ae = xr(), ie = Oe(ae);
        {
          var me = (we) => {
            var $e = du(), ve = w($e), p = Y(ve, !0), U = c(ve, 2);
            Me(U, 17, () => n(V).parts, ze, (O, re) => {
              var se = fu(), ke = w(se), oe = Y(ke, !0), xe = c(ke, 2), pe = w(xe);
              let ye;
              var Ee = c(xe), Ce = w(Ee);
              let ue;
              var Le = c(Ee, 2), Re = Y(Le, !0);
              $(
                (_e, Se) => {
                  se.disabled = n(re).name !== "MLP", le(se, "title", `${n(re).name ?? ""} of layer ${n(V).layer ?? ""}: ${_e ?? ""} logits${n(re).name === "MLP" ? "; click for its neurons" : ""}`), le(se, "aria-pressed", n(re).name === "MLP" ? n(i) === n(V).layer : void 0), T(oe, n(re).name), ye = Je(pe, "", ye, {
                    width: `${n(re).value < 0 ? 100 * -n(re).value / n(h).high : 0}%`
                  }), ue = Je(Ce, "", ue, {
                    width: `${n(re).value > 0 ? 100 * n(re).value / n(h).high : 0}%`
                  }), T(Re, Se);
                },
                [
                  () => sr(n(re).value),
                  () => sr(n(re).value)
                ]
              ), ne("click", se, () => S(i, n(i) === n(V).layer ? null : n(V).layer, !0)), g(O, se);
            }), $(() => T(p, n(V).layer)), g(we, $e);
          };
          z(ie, (we) => {
            n(V) && we(me);
          });
        }
        g(Z, ae);
      });
      var X = c(ge, 2), M = Y(X), F = c(X, 2);
      {
        var D = (Z) => {
          var V = pu(), ae = Oe(V);
          {
            let ve = /* @__PURE__ */ H(() => o.view?.about.code ?? "");
            Er(ae, {
              get title() {
                return `Neurons of layer ${n(i) ?? ""}`;
              },
              get code() {
                return n(ve);
              }
            });
          }
          var ie = c(ae, 2);
          {
            var me = (ve) => {
              var p = Ya(), U = Y(p, !0);
              $(() => T(U, o.error)), g(ve, p);
            };
            z(ie, (ve) => {
              o.error && ve(me);
            });
          }
          var we = c(ie, 2);
          {
            var $e = (ve) => {
              var p = hu(), U = Oe(p);
              Me(U, 22, () => Array.from(o.view.arrays.numbers.data), (se) => se, (se, ke, oe) => {
                var xe = vu(), pe = w(xe), ye = c(pe), Ee = Y(ye, !0);
                $(
                  (Ce) => {
                    T(pe, `N${ke ?? ""} `), T(Ee, Ce);
                  },
                  [() => sr(o.view.arrays.values.data[n(oe)])]
                ), g(se, xe);
              });
              var O = c(U, 2), re = Y(O);
              $((se) => T(re, `All others together ${se ?? ""}.`), [() => sr(o.view.about.rest)]), g(ve, p);
            };
            z(we, (ve) => {
              o.view && ve($e);
            });
          }
          g(Z, V);
        };
        z(F, (Z) => {
          n(i) !== null && Z(D);
        });
      }
      var K = c(F, 2), he = w(K), N = c(w(he)), Q = c(he);
      $(
        (Z, V) => {
          le(de, "aria-pressed", t().paint === "attention"), le(G, "aria-pressed", t().paint === "sources"), T(M, `Beside the layers: ${Z ?? ""}. The parts sum to the model's own logit; left over: ${V ?? ""}.`), Q.disabled = !n(d);
        },
        [
          () => n(h).rest.map((Z) => `${Z.name} ${sr(Z.value)}`).join(", "),
          () => n(l).error.toExponential(1)
        ]
      ), ne("click", de, () => t().paint = "attention"), ne("click", G, () => t().paint = "sources"), De("submit", K, async (Z) => {
        Z.preventDefault();
        const V = await t().during(e.study.view("parts", {
          target: t().target.id,
          contrast: n(d),
          focus: t().at
        }));
        V?.about.contrast && (t().contrast = V.about.contrast);
      }), wt(N, () => n(d), (Z) => S(d, Z)), g(W, x);
    };
    z(B, (W) => {
      s.view && n(u) && W(ce);
    });
  }
  g(r, y), pt();
}
Ot(["click"]);
var bu = /* @__PURE__ */ k('<span class="fine">change something, see the answer change</span>'), yu = /* @__PURE__ */ k('<p><button type="button"> </button></p>'), Jn = /* @__PURE__ */ k("<option> </option>"), wu = /* @__PURE__ */ k("<label>where <select></select></label>"), ku = /* @__PURE__ */ k("<label>heads <select><option>the picked one (with its layer)</option><option>all</option></select></label>"), xu = /* @__PURE__ */ k("<label>to <select><option>image</option><option>the selection</option><option>the kept token</option><option>text</option></select></label>"), Eu = /* @__PURE__ */ k('<label>strength <input type="number" step="any"/></label>'), Ja = /* @__PURE__ */ k('<p class="error" role="alert"> </p>'), Su = /* @__PURE__ */ k('<li><label><input type="checkbox"/> </label> <button type="button" class="link" aria-label="Remove this change">remove</button></li>'), Au = /* @__PURE__ */ k('<button type="button" aria-pressed="true">views show the changed model</button>'), Mu = /* @__PURE__ */ k('<button type="button" aria-pressed="false">show views of the changed model</button>'), Nu = /* @__PURE__ */ k('<ul class="changes"></ul> <p><button type="button"> </button> <!></p>', 1), Pu = /* @__PURE__ */ k('<tr><th scope="row"> </th><td><span> </span></td><td><span> </span></td><td> </td></tr>'), Tu = /* @__PURE__ */ k('<div class="before-after" aria-live="polite"><div><small>before</small><p class="answer"> </p></div> <div aria-hidden="true">→</div> <div><small>after</small><p class="answer" data-after=""> </p></div> <p class="fine"> </p></div> <table class="words"><thead><tr><th scope="col">next token</th><th scope="col">before</th><th scope="col">after</th><th scope="col">logit</th></tr></thead><tbody></tbody></table>', 1), Ou = /* @__PURE__ */ k('<span class="fine">every layer in turn</span>'), Lu = /* @__PURE__ */ k("<label>at <select></select></label>"), Ru = /* @__PURE__ */ k("<label>over <select><option>groups of tokens</option><option>single tokens</option><option>heads</option></select></label>"), Cu = /* @__PURE__ */ k('<label>window <input type="number" min="1"/></label>'), $u = /* @__PURE__ */ k('<button type="button" class="primary">cancel</button>'), Iu = /* @__PURE__ */ k('<button type="submit" class="primary">start</button>'), ju = /* @__PURE__ */ k('<label class="row grow"> <progress></progress> </label>'), Du = /* @__PURE__ */ qs('<polyline fill="none" stroke-width="2"><title> </title></polyline>'), Fu = /* @__PURE__ */ k("<span><i></i> </span>"), Uu = /* @__PURE__ */ k('<figure class="curve"><svg viewBox="0 0 320 120" role="img" aria-label="Effect by layer"><!><line x1="10" x2="310" stroke="currentColor" opacity=".3"></line></svg> <figcaption class="fine"><!> </figcaption></figure>'), Hu = /* @__PURE__ */ k('<p class="fine"> </p> <!>', 1), zu = /* @__PURE__ */ k('<section class="card" aria-label="Changes"><!> <!> <form class="form"><label>what <select></select></label> <!> <label>layers <input list="layer-choices" size="8"/></label> <datalist id="layer-choices"><option></option><option></option><option></option></datalist> <!> <label> <select><option>all</option><option>the focus</option><option>the kept token</option><option>the selection</option><option>image</option><option>text</option></select></label> <!> <!> <button type="submit" class="primary">add</button></form> <!> <!> <!></section> <section class="card" aria-label="Sweeps"><!> <form class="form"><label>what <select><option>patch from the second image</option><option>estimate patches by gradients</option><option>knock attention out</option></select></label> <!> <!> <!> <!></form> <p class="fine"> </p> <!> <!> <!></section>', 1);
function Bu(r, e) {
  ht(e, !0);
  let t = qe(e, "session", 7);
  const a = /* @__PURE__ */ H(() => t().clean ?? e.study);
  let s = /* @__PURE__ */ L("zero"), i = /* @__PURE__ */ L("z"), o = /* @__PURE__ */ L("all"), l = /* @__PURE__ */ L("all"), u = /* @__PURE__ */ L("picked"), f = /* @__PURE__ */ L("image"), v = /* @__PURE__ */ L(1), h = /* @__PURE__ */ L(null), b = /* @__PURE__ */ L(!1), d = /* @__PURE__ */ L("");
  const y = {
    zero: "set to zero",
    mean: "set to the mean",
    scale: "scale",
    block: "block attention",
    patch: "patch from the second",
    resample: "resample from the second",
    steer: "steer to the second"
  }, E = {
    z: "heads",
    attn_out: "attention",
    mlp_out: "MLP",
    resid_post: "stream behind the layer",
    resid_mid: "stream between",
    resid_pre: "stream before the layer"
  }, _ = /* @__PURE__ */ H(() => Object.keys(y).filter((m) => t().second || !["patch", "resample", "steer"].includes(m)));
  function A(m) {
    return m === "selection" ? [...t().selected].sort((R, ee) => R - ee) : m === "image" ? n(a).tokens.filter((R) => R.kind === "image").map((R) => R.position) : m === "text" ? n(a).tokens.filter((R) => R.kind !== "image").map((R) => R.position) : m === "token" ? t().place === null ? [] : [t().place] : m === "focus" ? [Math.min(t().at, n(a).nPrompt - 1)] : null;
  }
  function C() {
    const m = n(l) === "all" ? null : n(l) === "picked" ? t().layer === null ? [] : [t().layer] : I(n(l)), R = {
      kind: n(s),
      point: n(s) === "block" ? "z" : n(i),
      layers: m,
      heads: n(u) === "picked" && (n(s) === "block" || n(i) === "z") && t().head !== null && n(l) !== "all" ? [t().head] : null,
      positions: A(n(o)),
      keys: n(s) === "block" ? A(n(f)) : null,
      strength: n(v),
      source: ["patch", "resample", "steer"].includes(n(s)) ? t().second?.id ?? null : null,
      on: !0
    };
    if ([R.layers, R.positions, R.keys].some((ee) => ee?.length === 0)) {
      S(d, "This change has no layer or no token: pick a head, keep a token, or select some first.");
      return;
    }
    t().changes = [...t().changes, R], x();
  }
  function I(m) {
    return m.split(",").flatMap((R) => {
      const [ee, fe] = R.split("-").map(Number);
      return Number.isFinite(ee) ? Array.from({ length: (Number.isFinite(fe) ? fe : ee) - ee + 1 }, (Ne, Fe) => ee + Fe) : [];
    });
  }
  function B() {
    t().layer === null || t().head === null || (t().changes = [
      ...t().changes,
      {
        kind: "zero",
        point: "z",
        layers: [t().layer],
        heads: [t().head],
        positions: null,
        keys: null,
        strength: 1,
        source: null,
        on: !0
      }
    ], x());
  }
  const ce = (m, R) => m === null ? R : m.length > 6 ? `${m.length} (${m[0]}…${m.at(-1)})` : m.join(", "), W = (m) => `${y[m.kind]}${m.kind === "block" ? "" : ` · ${E[m.point]}`} · layers ${ce(m.layers, "all")}${m.heads ? ` · head ${ce(m.heads, "")}` : ""} · ${m.kind === "block" ? "from " : ""}tokens ${ce(m.positions, "all")}${m.keys ? ` to ${ce(m.keys, "all")}` : ""}${["scale", "steer"].includes(m.kind) ? ` · ×${m.strength}` : ""}`;
  async function x() {
    const m = t().changes.filter((R) => R.on).map(({ on: R, ...ee }) => ({
      ...ee,
      source: ee.source && t().second ? t().second.id : ee.source
    }));
    if (S(d, ""), t().write(), !m.length) {
      S(h, null), J();
      return;
    }
    S(b, !0);
    try {
      for await (const R of t().source.stream(n(a).id, "changes", { changes: m, max_new_tokens: 16 })) S(h, R);
      t().clean && await q();
    } catch (R) {
      S(d, R.message, !0);
    }
    S(b, !1);
  }
  async function q() {
    if (!n(h)) return;
    const m = await fetch(`api/studies/${n(h).about.study}`);
    if (!m.ok) return;
    const { unpack: R } = await Promise.resolve().then(() => Wl), ee = new pn(t().source, n(h).about.study, R(new Uint8Array(await m.arrayBuffer())));
    ee.answer = n(h).about.after, t().clean = n(a), t().study = ee;
  }
  function J() {
    t().clean && (t().study = t().clean, t().clean = null);
  }
  let P = /* @__PURE__ */ L("patching"), j = /* @__PURE__ */ L("groups"), te = /* @__PURE__ */ L("resid_post"), de = /* @__PURE__ */ L(1), G = /* @__PURE__ */ L(null), ge = null, X = /* @__PURE__ */ L(!1), M = /* @__PURE__ */ L("");
  const F = /* @__PURE__ */ H(() => n(P) !== "knockout"), D = /* @__PURE__ */ H(() => {
    const m = n(a).tokens.filter((ee) => ee.kind === "image").length;
    return n(P) === "gradients" ? 3 : (n(P) === "knockout" || n(j) === "groups" ? 3 : n(j) === "heads" ? n(a).nHeads : t().selected.size || m + 1) * n(a).nLayers;
  });
  async function K() {
    ge?.abort(), ge = new AbortController();
    const m = ge;
    S(G, null), S(M, ""), S(X, !0);
    const R = t().selected.size ? [...t().selected].sort((fe, Ne) => fe - Ne) : null, ee = n(P) === "knockout" ? { window: n(de) } : n(P) === "gradients" ? {
      source: t().second.id,
      point: n(te) === "z" ? "z" : n(te) === "resid_pre" || n(te) === "resid_mid" ? "resid_post" : n(te)
    } : {
      source: t().second.id,
      point: n(te),
      over: n(j),
      positions: R
    };
    try {
      for await (const fe of t().source.stream(n(a).id, n(P), ee, m.signal)) S(G, fe);
    } catch (fe) {
      fe.name !== "AbortError" && S(M, fe.message, !0);
    }
    ge === m && S(X, !1);
  }
  function he() {
    ge?.abort(), S(X, !1);
  }
  const N = /* @__PURE__ */ H(() => n(G)?.arrays.effect.shape ?? [0, 0]), Q = /* @__PURE__ */ H(() => n(N)[1] > 0 && n(N)[1] <= 6);
  function Z(m) {
    if (!n(G) || n(G).about.axis !== "position") return;
    const R = new Float32Array(n(a).tokens.length).fill(NaN);
    n(G).about.columns.forEach((ee, fe) => R[ee] = n(G).arrays.effect.data[m * n(N)[1] + fe]), t().sweep = {
      values: R,
      label: `${n(P)} at layer ${m}: ${n(G).about.measure}`
    }, t().paint = "sweep";
  }
  const V = /* @__PURE__ */ H(() => n(G) ? {
    name: n(P),
    svg: () => Ea(n(G).arrays.effect.data, n(N)[0], n(N)[1], (m) => Ut(m, !0), n(G).about.measure),
    csv: () => [
      ["layer", ...n(G).about.labels],
      ...Array.from({ length: n(N)[0] }, (m, R) => [
        R,
        ...Array.from(n(G).arrays.effect.data.slice(R * n(N)[1], (R + 1) * n(N)[1]))
      ])
    ]
  } : null), ae = [
    "#0072B2",
    "#D55E00",
    "#009E73",
    "#CC79A7",
    "#E69F00",
    "#56B4E9"
  ], ie = /* @__PURE__ */ H(() => {
    let m = 0, R = 1;
    if (n(G)) for (const ee of n(G).arrays.effect.data) Number.isNaN(ee) || ([m, R] = [Math.min(m, ee), Math.max(R, ee)]);
    return [m, R];
  });
  var me = zu(), we = Oe(me), $e = w(we);
  {
    let m = /* @__PURE__ */ H(() => n(h)?.about.code ?? "");
    Er($e, {
      title: "Changes",
      get code() {
        return n(m);
      },
      children: (R, ee) => {
        var fe = bu();
        g(R, fe);
      },
      $$slots: { default: !0 }
    });
  }
  var ve = c($e, 2);
  {
    var p = (m) => {
      var R = yu(), ee = w(R), fe = Y(ee);
      $(() => T(fe, `ablate L${t().layer ?? ""}H${t().head ?? ""}`)), ne("click", ee, B), g(m, R);
    };
    z(ve, (m) => {
      t().layer !== null && m(p);
    });
  }
  var U = c(ve, 2), O = w(U), re = c(w(O));
  Me(re, 21, () => n(_), ze, (m, R) => {
    var ee = Jn(), fe = Y(ee, !0), Ne = {};
    $(() => {
      T(fe, y[n(R)]), Ne !== (Ne = n(R)) && (ee.value = (ee.__value = Ne) ?? "");
    }), g(m, ee);
  }), St(re);
  var se = c(O, 2);
  {
    var ke = (m) => {
      var R = wu(), ee = c(w(R));
      Me(ee, 21, () => Object.entries(E), ze, (fe, Ne) => {
        var Fe = /* @__PURE__ */ H(() => _n(n(Ne), 2));
        let ot = () => n(Fe)[0], Xe = () => n(Fe)[1];
        var Ue = Jn(), He = Y(Ue, !0), Ve = {};
        $(() => {
          T(He, Xe()), Ve !== (Ve = ot()) && (Ue.value = (Ue.__value = Ve) ?? "");
        }), g(fe, Ue);
      }), St(ee), Rt(ee, () => n(i), (fe) => S(i, fe)), g(m, R);
    };
    z(se, (m) => {
      n(s) !== "block" && m(ke);
    });
  }
  var oe = c(se, 2), xe = c(w(oe)), pe = c(oe, 2), ye = w(pe);
  ye.value = ye.__value = "all";
  var Ee = c(ye);
  Ee.value = Ee.__value = "picked";
  var Ce = c(Ee), ue = {}, Le = c(pe, 2);
  {
    var Re = (m) => {
      var R = ku(), ee = c(w(R)), fe = w(ee);
      fe.value = fe.__value = "picked";
      var Ne = c(fe);
      Ne.value = Ne.__value = "all", St(ee), Rt(ee, () => n(u), (Fe) => S(u, Fe)), g(m, R);
    };
    z(Le, (m) => {
      (n(s) === "block" || n(i) === "z") && m(Re);
    });
  }
  var _e = c(Le, 2), Se = w(_e), Te = c(Se), Ie = w(Te);
  Ie.value = Ie.__value = "all";
  var Ge = c(Ie);
  Ge.value = Ge.__value = "focus";
  var tt = c(Ge);
  tt.value = tt.__value = "token";
  var xt = c(tt);
  xt.value = xt.__value = "selection";
  var _t = c(xt);
  _t.value = _t.__value = "image";
  var gt = c(_t);
  gt.value = gt.__value = "text", St(Te);
  var ct = c(_e, 2);
  {
    var fr = (m) => {
      var R = xu(), ee = c(w(R)), fe = w(ee);
      fe.value = fe.__value = "image";
      var Ne = c(fe);
      Ne.value = Ne.__value = "selection";
      var Fe = c(Ne);
      Fe.value = Fe.__value = "token";
      var ot = c(Fe);
      ot.value = ot.__value = "text", St(ee), Rt(ee, () => n(f), (Xe) => S(f, Xe)), g(m, R);
    };
    z(ct, (m) => {
      n(s) === "block" && m(fr);
    });
  }
  var Ht = c(ct, 2);
  {
    var sn = (m) => {
      var R = Eu(), ee = c(w(R));
      wt(ee, () => n(v), (fe) => S(v, fe)), g(m, R);
    };
    z(Ht, (m) => {
      (n(s) === "scale" || n(s) === "steer") && m(sn);
    });
  }
  var zt = c(U, 2);
  {
    var Lt = (m) => {
      var R = Ja(), ee = Y(R, !0);
      $(() => T(ee, n(d))), g(m, R);
    };
    z(zt, (m) => {
      n(d) && m(Lt);
    });
  }
  var Fr = c(zt, 2);
  {
    var on = (m) => {
      var R = Nu(), ee = Oe(R);
      Me(ee, 21, () => t().changes, ze, (Ue, He, Ve) => {
        var Bt = Su(), er = w(Bt), rt = w(er), Ze = c(rt), Be = c(er, 2);
        $(
          (nt) => {
            al(rt, n(He).on), T(Ze, ` ${nt ?? ""}`);
          },
          [() => W(n(He))]
        ), ne("change", rt, (nt) => {
          t().changes = t().changes.map((mt, tr) => tr === Ve ? { ...mt, on: nt.currentTarget.checked } : mt), x();
        }), ne("click", Be, () => {
          t().changes = t().changes.filter((nt, mt) => mt !== Ve), x();
        }), g(Ue, Bt);
      });
      var fe = c(ee, 2), Ne = w(fe), Fe = Y(Ne, !0), ot = c(Ne, 2);
      {
        var Xe = (Ue) => {
          var He = xr(), Ve = Oe(He);
          {
            var Bt = (rt) => {
              var Ze = Au();
              ne("click", Ze, J), g(rt, Ze);
            }, er = (rt) => {
              var Ze = Mu();
              ne("click", Ze, q), g(rt, Ze);
            };
            z(Ve, (rt) => {
              t().clean ? rt(Bt) : rt(er, -1);
            });
          }
          g(Ue, He);
        };
        z(ot, (Ue) => {
          n(h) && t().source.kind === "server" && Ue(Xe);
        });
      }
      $(() => {
        Ne.disabled = n(b), T(Fe, n(b) ? "running…" : "run again");
      }), ne("click", Ne, x), g(m, R);
    };
    z(Fr, (m) => {
      t().changes.length && m(on);
    });
  }
  var Rn = c(Fr, 2);
  {
    var Cn = (m) => {
      const R = /* @__PURE__ */ H(() => (Ze) => Ze.filter((Be) => !Be.ends).map((Be) => Be.token.text).join("") || "∅");
      var ee = Tu(), fe = Oe(ee), Ne = w(fe), Fe = c(w(Ne)), ot = Y(Fe, !0), Xe = c(Ne, 4), Ue = c(w(Xe)), He = Y(Ue, !0), Ve = c(Xe, 2), Bt = Y(Ve), er = c(fe, 2), rt = c(w(er));
      Me(rt, 21, () => n(h).about.words, (Ze) => Ze.id, (Ze, Be) => {
        var nt = Pu(), mt = w(nt), tr = Y(mt, !0), Et = c(mt);
        let dr;
        var Ur = w(Et), rr = Y(Ur, !0), nr = c(Et);
        let Ra;
        var hi = w(nr), pi = Y(hi, !0), _i = c(nr), gi = Y(_i, !0);
        $(
          (mi, bi, yi, wi) => {
            T(tr, mi), dr = Je(Et, "", dr, { "--share": `${100 * n(Be).before}%` }), T(rr, bi), Ra = Je(nr, "", Ra, { "--share": `${100 * n(Be).after}%` }), T(pi, yi), T(gi, wi);
          },
          [
            () => vt(n(Be).text),
            () => Gt(n(Be).before),
            () => Gt(n(Be).after),
            () => sr(n(Be).logit_after - n(Be).logit_before)
          ]
        ), g(Ze, nt);
      }), $(
        (Ze, Be, nt) => {
          T(ot, Ze), T(He, Be), T(Bt, `KL ${nt ?? ""} nats at the first token`);
        },
        [
          () => n(R)(n(h).about.before),
          () => n(R)(n(h).about.after),
          () => n(h).arrays.kl.data[0].toPrecision(3)
        ]
      ), g(m, ee);
    };
    z(Rn, (m) => {
      n(h) && m(Cn);
    });
  }
  var $n = c(we, 2), ln = w($n);
  {
    let m = /* @__PURE__ */ H(() => n(G)?.about.code ?? "");
    Er(ln, {
      title: "Sweeps",
      get code() {
        return n(m);
      },
      get exporter() {
        return n(V);
      },
      children: (R, ee) => {
        var fe = Ou();
        g(R, fe);
      },
      $$slots: { default: !0 }
    });
  }
  var In = c(ln, 2), Sa = w(In), jn = c(w(Sa)), Dn = w(jn);
  Dn.value = Dn.__value = "patching";
  var Fn = c(Dn);
  Fn.value = Fn.__value = "gradients";
  var Aa = c(Fn);
  Aa.value = Aa.__value = "knockout", St(jn);
  var Ma = c(Sa, 2);
  {
    var ni = (m) => {
      var R = Lu(), ee = c(w(R));
      Me(ee, 21, () => Object.entries(E), ze, (fe, Ne) => {
        var Fe = /* @__PURE__ */ H(() => _n(n(Ne), 2));
        let ot = () => n(Fe)[0], Xe = () => n(Fe)[1];
        var Ue = Jn(), He = Y(Ue, !0), Ve = {};
        $(() => {
          T(He, Xe()), Ve !== (Ve = ot()) && (Ue.value = (Ue.__value = Ve) ?? "");
        }), g(fe, Ue);
      }), St(ee), Rt(ee, () => n(te), (fe) => S(te, fe)), g(m, R);
    };
    z(Ma, (m) => {
      n(P) !== "knockout" && m(ni);
    });
  }
  var Na = c(Ma, 2);
  {
    var ai = (m) => {
      var R = Ru(), ee = c(w(R)), fe = w(ee);
      fe.value = fe.__value = "groups";
      var Ne = c(fe);
      Ne.value = Ne.__value = "positions";
      var Fe = c(Ne);
      Fe.value = Fe.__value = "heads", St(ee), Rt(ee, () => n(j), (ot) => S(j, ot)), g(m, R);
    };
    z(Na, (m) => {
      n(P) === "patching" && m(ai);
    });
  }
  var Pa = c(Na, 2);
  {
    var si = (m) => {
      var R = Cu(), ee = c(w(R));
      $(() => le(ee, "max", n(a).nLayers)), wt(ee, () => n(de), (fe) => S(de, fe)), g(m, R);
    };
    z(Pa, (m) => {
      n(P) === "knockout" && m(si);
    });
  }
  var ii = c(Pa, 2);
  {
    var oi = (m) => {
      var R = $u();
      ne("click", R, he), g(m, R);
    }, li = (m) => {
      var R = Iu();
      $(() => R.disabled = n(F) && !t().second), g(m, R);
    };
    z(ii, (m) => {
      n(X) ? m(oi) : m(li, -1);
    });
  }
  var Ta = c(In, 2), ui = Y(Ta, !0), Oa = c(Ta, 2);
  {
    var ci = (m) => {
      var R = Ja(), ee = Y(R, !0);
      $(() => T(ee, n(M))), g(m, R);
    };
    z(Oa, (m) => {
      n(M) && m(ci);
    });
  }
  var La = c(Oa, 2);
  {
    var fi = (m) => {
      var R = ju(), ee = w(R), fe = c(ee), Ne = c(fe);
      $(() => {
        T(ee, `${n(X) ? "running" : n(G) && n(G).about.done < n(G).about.of ? "stopped" : "done"} `), le(fe, "max", n(G)?.about.of ?? 1), Vs(fe, n(G)?.about.done ?? 0), T(Ne, ` ${n(G) ? `${n(G).about.done} of ${n(G).about.of} layers` : ""}`);
      }), g(m, R);
    };
    z(La, (m) => {
      (n(X) || n(G)) && m(fi);
    });
  }
  var di = c(La, 2);
  {
    var vi = (m) => {
      var R = Hu(), ee = Oe(R), fe = Y(ee, !0), Ne = c(ee, 2);
      {
        var Fe = (Xe) => {
          var Ue = Uu(), He = w(Ue), Ve = w(He);
          Me(Ve, 17, () => n(G).about.labels, ze, (Be, nt, mt) => {
            const tr = /* @__PURE__ */ H(() => Array.from({ length: n(N)[0] }, (rr, nr) => [
              nr,
              n(G).arrays.effect.data[nr * n(N)[1] + mt]
            ]).filter(([, rr]) => !Number.isNaN(rr)));
            var Et = Du(), dr = w(Et), Ur = Y(dr, !0);
            $(
              (rr) => {
                le(Et, "stroke", ae[mt % 6]), le(Et, "points", rr), T(Ur, n(nt));
              },
              [
                () => n(tr).map(([rr, nr]) => `${10 + 300 * rr / Math.max(1, n(N)[0] - 1)},${110 - 100 * (nr - n(ie)[0]) / (n(ie)[1] - n(ie)[0])}`).join(" ")
              ]
            ), g(Be, Et);
          });
          var Bt = c(Ve), er = c(He, 2), rt = w(er);
          Me(rt, 17, () => n(G).about.labels, ze, (Be, nt, mt) => {
            var tr = Fu(), Et = w(tr);
            let dr;
            var Ur = c(Et, 1, !0);
            $(() => {
              dr = Je(Et, "", dr, { background: ae[mt % 6] }), T(Ur, n(nt));
            }), g(Be, tr);
          });
          var Ze = c(rt);
          $(
            (Be, nt) => {
              le(Bt, "y1", 110 + 100 * n(ie)[0] / (n(ie)[1] - n(ie)[0])), le(Bt, "y2", 110 + 100 * n(ie)[0] / (n(ie)[1] - n(ie)[0])), T(Ze, ` · layers 0 to ${n(N)[0] - 1}, from ${Be ?? ""} to ${nt ?? ""}`);
            },
            [
              () => n(ie)[0].toFixed(2),
              () => n(ie)[1].toFixed(2)
            ]
          ), g(Xe, Ue);
        }, ot = (Xe) => {
          {
            let Ue = /* @__PURE__ */ H(() => n(G).about.axis === "position" ? n(G).about.columns.map((He) => n(a).label(He)) : null);
            xn(Xe, {
              label: "Sweep",
              get values() {
                return n(G).arrays.effect.data;
              },
              get rows() {
                return n(N)[0];
              },
              get columns() {
                return n(N)[1];
              },
              signed: !0,
              high: 1,
              get columnName() {
                return n(G).about.axis;
              },
              get columnLabels() {
                return n(Ue);
              },
              onhover: (He) => He && Z(He[0]),
              onpick: ([He, Ve]) => {
                Z(He), n(G).about.axis === "head" ? t().takeHead(He, Ve) : n(G).about.axis === "position" && t().takePlace(n(G).about.columns[Ve]);
              }
            });
          }
        };
        z(Ne, (Xe) => {
          n(Q) ? Xe(Fe) : Xe(ot, -1);
        });
      }
      $(() => T(fe, n(G).about.measure)), g(m, R);
    };
    z(di, (m) => {
      n(G) && m(vi);
    });
  }
  $(
    (m) => {
      ue !== (ue = `0-${n(a).nLayers - 1}`) && (Ce.value = Ce.__value = ue), T(Se, `${n(s) === "block" ? "from" : "tokens"} `), T(ui, m);
    },
    [
      () => n(F) && !t().second ? "Add a second image above: patches come from it." : `At most ${n(D).toLocaleString("en")} partial passes${t().selected.size && n(P) === "patching" ? `, with the ${t().selected.size} selected tokens` : ""}.`
    ]
  ), De("submit", U, (m) => {
    m.preventDefault(), C();
  }), Rt(re, () => n(s), (m) => S(s, m)), wt(xe, () => n(l), (m) => S(l, m)), Rt(Te, () => n(o), (m) => S(o, m)), De("submit", In, (m) => {
    m.preventDefault(), K();
  }), Rt(jn, () => n(P), (m) => S(P, m)), g(r, me), pt();
}
Ot(["click", "change"]);
var qu = /* @__PURE__ */ k('<span class="fine">what each token says, if the model stopped at that layer</span>'), Ga = /* @__PURE__ */ k('<p class="error" role="alert"> </p>'), Xa = /* @__PURE__ */ k('<button type="button"> </button>'), Wu = /* @__PURE__ */ k('<div class="chips" role="group" aria-label="Followed words"></div>'), Vu = /* @__PURE__ */ k('<button type="button" class="map"><canvas></canvas><small> </small></button>'), Ku = /* @__PURE__ */ k('<div class="maps" role="group"></div>'), Yu = /* @__PURE__ */ qs('<polyline fill="none" stroke-width="2"></polyline>'), Ju = /* @__PURE__ */ k("<span><i></i> </span>"), Gu = /* @__PURE__ */ k('<figure class="curve"><svg viewBox="0 0 320 84" role="img"><!><line x1="10" x2="310" y1="76" y2="76" stroke="currentColor" opacity=".3"></line></svg> <figcaption class="fine"><!> </figcaption></figure>'), Xu = /* @__PURE__ */ k('<button type="button" tabindex="-1"> </button>'), Zu = /* @__PURE__ */ k("<span> </span>"), Qu = /* @__PURE__ */ k('<div><span class="name"><small> </small> </span> <!></div>'), ec = /* @__PURE__ */ k('<div class="row"><form class="row" role="search"><label>word <input size="12" placeholder="follow a word"/></label><button type="submit">show</button></form> <div class="chips" role="group" aria-label="What the table shows"></div></div> <!> <!> <label class="row grow">layer <output> </output><input type="range" min="0"/></label> <!> <!> <div class="lens" role="application" tabindex="0"><div class="lens-head lens-row"><span class="name">token</span><!></div> <div class="lens-body"></div></div>', 1), tc = /* @__PURE__ */ k('<section class="card" aria-label="Lens"><!> <!> <!></section>');
function rc(r, e) {
  ht(e, !0);
  let t = qe(e, "session", 7);
  const a = /* @__PURE__ */ H(() => e.painted.lens.view), s = /* @__PURE__ */ H(() => e.painted.words.view), i = /* @__PURE__ */ H(() => n(a)?.arrays.ids.shape ?? [0, 0, 0]), o = /* @__PURE__ */ H(() => Math.min(t().lensLayer ?? n(i)[0] - 1, Math.max(0, n(i)[0] - 1)));
  let l = /* @__PURE__ */ L("top"), u = /* @__PURE__ */ L(""), f = /* @__PURE__ */ L(!1);
  const v = 24;
  let h = /* @__PURE__ */ L(void 0), b = /* @__PURE__ */ L(0), d = /* @__PURE__ */ L(400);
  const y = /* @__PURE__ */ H(() => n(i)[1]), E = /* @__PURE__ */ H(() => Math.max(0, Math.floor(n(b) / v) - 6)), _ = /* @__PURE__ */ H(() => Math.min(n(y), Math.ceil((n(b) + n(d)) / v) + 6)), A = /* @__PURE__ */ H(() => !n(a) || n(l) === "top" || n(l) === "word" ? n(l) === "word" && n(s) ? Math.max(0.05, ...Ct(n(s).arrays.probs, 0)) : 1 : Math.max(...n(a).arrays[n(l)].data, 1e-6)), C = (D, K) => {
    const he = K * n(i)[1] + D, N = n(l) === "top" ? n(a).arrays.probs.data[he * n(i)[2]] : n(l) === "word" ? n(s) ? n(s).arrays.probs.data[he] : NaN : n(a).arrays[n(l)].data[he], Q = n(l) === "top" ? vt(n(a).about.strings[n(a).arrays.ids.data[he * n(i)[2]]]) : n(l) === "word" ? N > 5e-4 ? Gt(N) : "" : Xt(N);
    return { value: N, text: Q };
  }, I = (D, K) => Array.from({ length: n(i)[2] }, (he, N) => {
    const Q = (K * n(i)[1] + D) * n(i)[2] + N;
    return `${vt(n(a).about.strings[n(a).arrays.ids.data[Q]])} ${Gt(n(a).arrays.probs.data[Q])}`;
  }).join(", "), B = /* @__PURE__ */ H(() => e.study.images.find((D) => D.boxed)), ce = /* @__PURE__ */ H(() => e.study.tokens.filter((D) => D.box && D.image === e.study.images.indexOf(n(B)) && !(D.global && e.study.tokens.some((K) => K.image === D.image && !K.global)) && D.frame <= 0));
  function W(D, K) {
    const he = ({ values: N, high: Q }) => {
      const [Z, V] = n(B).size, ae = 96 / Math.max(Z, V), ie = D.getContext("2d");
      Object.assign(D, {
        width: Math.round(Z * ae),
        height: Math.round(V * ae)
      });
      for (const { position: me, box: we } of n(ce))
        ie.fillStyle = Ut((N[me] ?? NaN) / Q, !1), ie.fillRect(we[0] * ae, we[1] * ae, (we[2] - we[0]) * ae + 0.5, (we[3] - we[1]) * ae + 0.5);
    };
    return he(K), { update: he };
  }
  function x(D) {
    D.preventDefault();
    const K = n(u).trim();
    K && (t().words = [K, ...t().words.filter((he) => he !== K)].slice(0, 8), S(l, "word"), t().paint = "word", S(u, ""), S(f, !0));
  }
  function q(D) {
    n(h) && (D * v < n(h).scrollTop || (D + 1) * v > n(h).scrollTop + n(d) - 40) && (n(h).scrollTop = Math.max(0, D * v - n(d) / 2));
  }
  Yt(() => {
    t().place !== null && q(t().place);
  });
  function J(D) {
    const K = {
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0],
      ArrowLeft: [0, -1],
      ArrowRight: [0, 1],
      PageUp: [-15, 0],
      PageDown: [15, 0]
    }[D.key];
    K && (D.preventDefault(), t().place = Math.max(0, Math.min(n(y) - 1, (t().place ?? 0) + (t().place === null ? 0 : K[0]))), t().lensLayer = Math.max(0, Math.min(n(i)[0] - 1, n(o) + K[1])));
  }
  const P = /* @__PURE__ */ H(() => {
    const D = t().shownPlace ?? t().at;
    if (!n(s) || D >= n(s).arrays.probs.shape[2]) return [];
    const [K, he, N] = n(s).arrays.probs.shape;
    return Array.from({ length: K }, (Q, Z) => ({
      word: n(s).about.words[Z],
      values: Array.from({ length: he }, (V, ae) => n(s).arrays.probs.data[(Z * he + ae) * N + D])
    }));
  }), j = [
    "#0072B2",
    "#D55E00",
    "#009E73",
    "#CC79A7",
    "#E69F00",
    "#56B4E9"
  ], te = /* @__PURE__ */ H(() => n(a) ? {
    name: "lens",
    csv: () => [
      [
        "layer",
        "position",
        "place",
        "token",
        "probability",
        "entropy",
        "kl"
      ],
      ...Array.from({ length: n(i)[0] * n(i)[1] }, (D, K) => [
        n(a).about.layers[Math.floor(K / n(i)[1])],
        n(a).arrays.positions.data[K % n(i)[1]],
        e.study.label(K % n(i)[1]),
        n(a).about.strings[n(a).arrays.ids.data[K * n(i)[2]]],
        n(a).arrays.probs.data[K * n(i)[2]],
        n(a).arrays.entropy.data[K],
        n(a).arrays.kl.data[K]
      ])
    ]
  } : null);
  var de = tc(), G = w(de);
  {
    let D = /* @__PURE__ */ H(() => n(l) === "word" && n(s) ? n(s).about.code : n(a)?.about.code ?? "");
    Er(G, {
      title: "Logit lens",
      get code() {
        return n(D);
      },
      get exporter() {
        return n(te);
      },
      children: (K, he) => {
        var N = qu();
        g(K, N);
      },
      $$slots: { default: !0 }
    });
  }
  var ge = c(G, 2);
  {
    var X = (D) => {
      var K = Ga(), he = Y(K, !0);
      $(() => T(he, e.painted.lens.error)), g(D, K);
    };
    z(ge, (D) => {
      e.painted.lens.error && D(X);
    });
  }
  var M = c(ge, 2);
  {
    var F = (D) => {
      var K = ec(), he = Oe(K), N = w(he), Q = w(N), Z = c(w(Q)), V = c(N, 2);
      Me(
        V,
        21,
        () => [
          ["top", "most probable"],
          [
            "word",
            t().words[0] ?? t().target?.text.trim() ?? "word"
          ],
          ["entropy", "entropy"],
          ["kl", "KL to output"]
        ],
        ze,
        (ue, Le) => {
          var Re = /* @__PURE__ */ H(() => _n(n(Le), 2));
          let _e = () => n(Re)[0], Se = () => n(Re)[1];
          var Te = Xa(), Ie = Y(Te, !0);
          $(() => {
            le(Te, "aria-pressed", n(l) === _e()), T(Ie, Se());
          }), ne("click", Te, () => {
            S(l, _e(), !0), (_e() === "top" || _e() === "word") && (t().paint = _e());
          }), g(ue, Te);
        }
      );
      var ae = c(he, 2);
      {
        var ie = (ue) => {
          var Le = Wu();
          Me(Le, 20, () => t().words, (Re) => Re, (Re, _e) => {
            var Se = Xa(), Te = Y(Se, !0);
            $(() => {
              le(Se, "aria-pressed", t().words[0] === _e), T(Te, _e);
            }), ne("click", Se, () => t().words = [_e, ...t().words.filter((Ie) => Ie !== _e)]), g(Re, Se);
          }), g(ue, Le);
        };
        z(ae, (ue) => {
          t().words.length > 1 && ue(ie);
        });
      }
      var me = c(ae, 2);
      {
        var we = (ue) => {
          var Le = Ga(), Re = Y(Le, !0);
          $(() => T(Re, e.painted.words.error)), g(ue, Le);
        };
        z(me, (ue) => {
          e.painted.words.error && ue(we);
        });
      }
      var $e = c(me, 2), ve = c(w($e)), p = Y(ve, !0), U = c(ve), O = c($e, 2);
      {
        var re = (ue) => {
          const Le = /* @__PURE__ */ H(() => Math.max(0.05, ...Array.from({ length: n(s).arrays.probs.shape[1] }, (_e, Se) => n(ce).reduce((Te, Ie) => Math.max(Te, Ct(n(s).arrays.probs, 0, Se)[Ie.position] ?? 0), 0))));
          var Re = Ku();
          Me(Re, 22, () => n(s).about.layers, (_e) => _e, (_e, Se, Te) => {
            var Ie = Vu(), Ge = w(Ie);
            Jo(Ge, (_t, gt) => W?.(_t, gt), () => ({
              values: Ct(n(s).arrays.probs, 0, n(Te)),
              high: n(Le)
            }));
            var tt = c(Ge), xt = Y(tt, !0);
            $(() => {
              le(Ie, "aria-pressed", n(o) === n(Te) && t().paint === "word"), T(xt, Se);
            }), ne("click", Ie, () => {
              t().lensLayer = n(Te), t().paint = "word";
            }), g(_e, Ie);
          }), $(() => le(Re, "aria-label", `“${n(s).about.words[0] ?? ""}” over the image, layer by layer`)), g(ue, Re);
        };
        z(O, (ue) => {
          n(s) && n(B) && n(ce).length && ue(re);
        });
      }
      var se = c(O, 2);
      {
        var ke = (ue) => {
          var Le = Gu(), Re = w(Le), _e = w(Re);
          Me(_e, 17, () => n(P), ze, (Ge, tt, xt) => {
            let _t = () => n(tt).values;
            var gt = Yu();
            $(
              (ct) => {
                le(gt, "stroke", j[xt % j.length]), le(gt, "points", ct);
              },
              [
                () => _t().map((ct, fr) => `${10 + 300 * fr / Math.max(1, _t().length - 1)},${76 - 68 * ct}`).join(" ")
              ]
            ), g(Ge, gt);
          });
          var Se = c(Re, 2), Te = w(Se);
          Me(Te, 17, () => n(P), ze, (Ge, tt, xt) => {
            let _t = () => n(tt).word, gt = () => n(tt).values;
            var ct = Ju(), fr = w(ct);
            let Ht;
            var sn = c(fr);
            $(
              (zt) => {
                Ht = Je(fr, "", Ht, { background: j[xt % j.length] }), T(sn, `${_t() ?? ""} ${zt ?? ""}`);
              },
              [() => Gt(gt().at(-1) ?? 0)]
            ), g(Ge, ct);
          });
          var Ie = c(Te);
          $(
            (Ge, tt) => {
              le(Re, "aria-label", `Probability over layers at ${Ge ?? ""}`), T(Ie, ` over layers, at ${tt ?? ""}`);
            },
            [
              () => e.study.label(t().shownPlace ?? t().at),
              () => e.study.label(t().shownPlace ?? t().at)
            ]
          ), g(ue, Le);
        };
        z(se, (ue) => {
          n(P).length && ue(ke);
        });
      }
      var oe = c(se, 2);
      let xe;
      var pe = w(oe), ye = c(w(pe));
      Me(ye, 18, () => n(a).about.layers, (ue) => ue, (ue, Le, Re) => {
        var _e = Xu();
        let Se;
        var Te = Y(_e, !0);
        $(() => {
          Se = Jt(_e, 1, "", null, Se, { current: n(Re) === n(o) }), T(Te, Le);
        }), ne("click", _e, () => t().lensLayer = n(Re)), g(ue, _e);
      });
      var Ee = c(pe, 2);
      let Ce;
      Me(Ee, 23, () => ({ length: Math.max(0, n(_) - n(E)) }), (ue, Le) => n(E) + Le, (ue, Le, Re) => {
        const _e = /* @__PURE__ */ H(() => n(E) + n(Re));
        var Se = Qu();
        let Te, Ie;
        var Ge = w(Se), tt = w(Ge), xt = Y(tt, !0), _t = c(tt), gt = c(Ge, 2);
        Me(gt, 17, () => ({ length: n(i)[0] }), ze, (ct, fr, Ht, sn) => {
          const zt = /* @__PURE__ */ H(() => C(n(_e), Ht));
          var Lt = Zu();
          let Fr, on;
          var Rn = Y(Lt, !0);
          $(
            (Cn, $n, ln) => {
              Fr = Jt(Lt, 1, "cell", null, Fr, { here: Ht === n(o) }), le(Lt, "title", Cn), on = Je(Lt, "", on, { background: $n, color: ln }), T(Rn, n(zt).text);
            },
            [
              () => n(l) === "top" ? I(n(_e), Ht) : void 0,
              () => n(l) === "top" ? `color-mix(in srgb, var(--bar) ${Math.round(100 * Math.sqrt(n(zt).value))}%, transparent)` : Ut(n(zt).value / n(A), !1),
              () => n(l) === "top" ? null : oa(n(zt).value / n(A), !1)
            ]
          ), De("mouseenter", Lt, () => t().hoverPlace = n(_e)), De("mouseleave", Lt, () => t().hoverPlace = null), ne("click", Lt, () => {
            t().takePlace(n(_e)), t().lensLayer = Ht;
          }), g(ct, Lt);
        }), $(
          (ct) => {
            Te = Jt(Se, 1, "lens-row", null, Te, {
              current: n(_e) === t().shownPlace,
              focus: n(_e) === t().at
            }), le(Se, "data-row", n(_e)), Ie = Je(Se, "", Ie, { top: `${n(_e) * v}px` }), T(xt, n(_e)), T(_t, ` ${ct ?? ""}`);
          },
          [() => vt(e.study.label(n(_e)))]
        ), ne("click", Ge, () => t().takePlace(n(_e))), g(ue, Se);
      }), an(oe, (ue) => S(h, ue), () => n(h)), $(() => {
        T(p, n(a).about.layers[n(o)]), le(U, "max", n(i)[0] - 1), Vs(U, n(o)), le(oe, "aria-label", `Lens table: ${n(y) ?? ""} positions by ${n(i)[0] ?? ""} layers. Arrow keys move.`), xe = Je(oe, "", xe, { "--columns": n(i)[0] }), Ce = Je(Ee, "", Ce, { height: `${n(y) * v}px` });
      }), De("submit", N, x), wt(Z, () => n(u), (ue) => S(u, ue)), ne("input", U, (ue) => {
        t().lensLayer = Number(ue.currentTarget.value), t().paint !== "word" && (t().paint = "top");
      }), De("scroll", oe, () => S(b, n(h).scrollTop, !0)), ne("keydown", oe, J), xa(oe, "clientHeight", (ue) => S(d, ue)), g(D, K);
    };
    z(M, (D) => {
      n(a) && D(F);
    });
  }
  g(r, de), pt();
}
Ot(["click", "input", "keydown"]);
var nc = /* @__PURE__ */ k("<td><span> </span> <small> </small></td>"), ac = /* @__PURE__ */ k('<tr><th scope="row"> </th><!></tr>'), sc = /* @__PURE__ */ k('<h3> <small> </small></h3> <div class="reading"><table><caption class="hidden"> </caption><thead><tr><th scope="col">layer</th><th scope="col">says</th><th scope="col" colspan="2">and then</th></tr></thead><tbody></tbody></table></div>', 1);
function ic(r, e) {
  ht(e, !0);
  const t = /* @__PURE__ */ H(() => e.session.shownPlace ?? e.session.at), a = /* @__PURE__ */ H(() => {
    if (!e.lens) return [];
    const { ids: l, probs: u, positions: f } = e.lens.arrays, [v, h, b] = l.shape;
    let d = n(t);
    return f.data[d] !== n(t) && (d = Array.prototype.indexOf.call(f.data, n(t))), d < 0 || d >= h ? [] : Array.from({ length: v }, (y, E) => ({
      layer: e.lens.about.layers[E],
      top: Array.from({ length: Math.min(3, b) }, (_, A) => {
        const C = (E * h + d) * b + A;
        return {
          text: e.lens.about.strings[l.data[C]],
          p: u.data[C],
          id: e.lens.arrays.tokens.data[l.data[C]]
        };
      })
    })).reverse();
  });
  var s = xr(), i = Oe(s);
  {
    var o = (l) => {
      var u = sc(), f = Oe(u), v = w(f), h = c(v), b = Y(h), d = c(f, 2), y = w(d), E = w(y), _ = Y(E), A = c(E, 2);
      Me(A, 21, () => n(a), ({ layer: C, top: I }) => C, (C, I) => {
        let B = () => n(I).layer, ce = () => n(I).top;
        var W = ac(), x = w(W), q = Y(x, !0), J = c(x);
        Me(J, 17, ce, ze, (P, j, te) => {
          let de = () => n(j).text, G = () => n(j).p, ge = () => n(j).id;
          var X = xr(), M = Oe(X);
          {
            var F = (D) => {
              var K = nc();
              let he, N;
              var Q = w(K), Z = Y(Q, !0), V = c(Q, 2), ae = Y(V, !0);
              $(
                (ie, me) => {
                  he = Jt(K, 1, "", null, he, { target: e.session.target?.id === ge() }), N = Je(K, "", N, { "--share": `${100 * G()}%` }), T(Z, ie), T(ae, me);
                },
                [() => vt(de()), () => Gt(G())]
              ), g(D, K);
            };
            z(M, (D) => {
              te < 3 && D(F);
            });
          }
          g(P, X);
        }), $(() => T(q, B())), g(C, W);
      }), $(
        (C) => {
          T(v, `${e.session.shownPlace === null ? "The focus says" : "This token says"} `), T(b, `${C ?? ""}, by layer`), le(d, "data-reading", n(t)), T(_, `Most probable tokens at position ${n(t) ?? ""}, layer by layer`);
        },
        [() => e.study.label(n(t))]
      ), g(l, u);
    };
    z(i, (l) => {
      n(a).length && l(o);
    });
  }
  g(r, s), pt();
}
var Za = /* @__PURE__ */ k('<button type="button"> </button>'), oc = /* @__PURE__ */ k('<div class="chips" role="group" aria-label="Which image"></div>'), lc = /* @__PURE__ */ k('<div class="chips" role="group" aria-label="Which view"><button type="button">tiles</button> <button type="button">global view</button></div>'), uc = /* @__PURE__ */ k('<label class="grow"> <input type="range" min="0"/></label>'), cc = /* @__PURE__ */ k('<div class="row"><!> <!> <!></div>'), fc = /* @__PURE__ */ k('<img alt=""/>'), dc = /* @__PURE__ */ k('<div><div class="stage"><!> <div class="over" role="application" tabindex="0"><canvas></canvas></div></div></div> <div class="row tools"><div class="chips" role="group" aria-label="Tool"></div> <label class="zoom">zoom <input type="range" min="1" max="6" step="0.5" aria-label="Zoom"/></label></div>', 1), vc = /* @__PURE__ */ k('<p class="fine">Tokens of this image stand for no place in it, so there is no map; the strip below shows them in their order.</p>'), hc = /* @__PURE__ */ k('<p class="legend"><span> </span><span class="ramp"></span><span> </span><span class="label"> </span></p>'), pc = /* @__PURE__ */ k('<p class="fine"> <button type="button" class="link">clear</button></p>'), _c = /* @__PURE__ */ k('<div class="stage-box"><!> <!> <!> <p class="fine readout" role="status"> </p> <!></div>');
function ei(r, e) {
  ht(e, !0);
  let t = qe(e, "session", 7), a = qe(e, "name", 3, "Image"), s = qe(e, "tall", 3, "58vh"), i = /* @__PURE__ */ L(0), o = /* @__PURE__ */ L(0), l = /* @__PURE__ */ L(!1), u = /* @__PURE__ */ L(1), f = /* @__PURE__ */ L("point"), v = /* @__PURE__ */ L(void 0), h = /* @__PURE__ */ L(0), b = /* @__PURE__ */ L(0), d = /* @__PURE__ */ L([]);
  const y = /* @__PURE__ */ H(() => e.study.images[Math.min(n(i), e.study.images.length - 1)]), E = /* @__PURE__ */ H(() => n(y)?.size ?? [1, 1]), _ = /* @__PURE__ */ H(() => e.study.tokens.filter((p) => p.kind === "image" && p.image === Math.min(n(i), e.study.images.length - 1))), A = /* @__PURE__ */ H(() => [...new Set(n(_).map((p) => p.frame))].filter((p) => p >= 0)), C = /* @__PURE__ */ H(() => [...new Set(n(_).map((p) => p.global))]), I = /* @__PURE__ */ H(() => n(_).filter((p) => p.box && (n(A).length ? p.frame === n(A)[Math.min(n(o), n(A).length - 1)] : n(C).length < 2 || p.global === n(l)))), B = /* @__PURE__ */ H(() => n(y) ? n(y).frames[Math.min(
    n(A).length ? Math.floor(Math.min(n(o), n(A).length - 1) / n(A).length * n(y).frames.length) : 0,
    n(y).frames.length - 1
  )] : null), ce = /* @__PURE__ */ H(() => n(y) && n(B) ? n(y).frames.indexOf(n(B)) : 0), W = /* @__PURE__ */ H(() => new Map(n(I).map((p) => [p.position, p]))), x = /* @__PURE__ */ H(() => n(h) ? n(h) / n(E)[0] : 0);
  Yt(() => {
    const p = t().place === null ? null : e.study.tokens[t().place];
    p?.kind === "image" && (S(i, p.image, !0), p.frame >= 0 && S(
      o,
      [
        ...new Set(e.study.tokens.filter((U) => U.image === p.image && U.frame >= 0).map((U) => U.frame))
      ].indexOf(p.frame),
      !0
    ), S(l, p.global, !0));
  });
  function q() {
    if (!n(v) || !n(x)) return;
    const p = devicePixelRatio || 1, U = n(h) * n(E)[1] / n(E)[0];
    (n(v).width !== Math.round(n(h) * p) || n(v).height !== Math.round(U * p)) && (n(v).width = Math.round(n(h) * p), n(v).height = Math.round(U * p));
    const O = n(v).getContext("2d");
    O.setTransform(p * n(x), 0, 0, p * n(x), 0, 0), O.clearRect(0, 0, n(E)[0], n(E)[1]);
    const re = 1 / n(x);
    if (e.painting) {
      for (const { position: se, box: ke } of n(I)) {
        const oe = e.painting.values[se] ?? NaN;
        Number.isNaN(oe) || (O.globalAlpha = e.painting.texts ? 0.5 : (e.painting.signed ? 0.12 : 0.42) + (e.painting.signed ? 0.72 : 0.4) * Math.min(1, Math.abs(oe) / e.painting.high), O.fillStyle = Ut(oe / e.painting.high, e.painting.signed), O.fillRect(ke[0], ke[1], ke[2] - ke[0], ke[3] - ke[1]));
      }
      O.globalAlpha = 1, e.painting.texts && n(I).length <= 900 && P(O);
    } else if (n(I).length <= 4e3) {
      O.strokeStyle = "rgba(255,255,255,.28)", O.lineWidth = re;
      for (const { box: se } of n(I)) O.strokeRect(se[0], se[1], se[2] - se[0], se[3] - se[1]);
    }
    for (const se of t().selected) J(O, se, "#14e0c0", 2);
    t().place !== null && J(O, t().place, "#fff", 3), t().hoverPlace !== null && J(O, t().hoverPlace, "#ffe14d", 2), n(d).length > 1 && (O.strokeStyle = "#14e0c0", O.lineWidth = 2 * re, O.beginPath(), n(f) === "box" ? O.rect(n(d)[0][0], n(d)[0][1], n(d).at(-1)[0] - n(d)[0][0], n(d).at(-1)[1] - n(d)[0][1]) : n(d).forEach(([se, ke], oe) => oe ? O.lineTo(se, ke) : O.moveTo(se, ke)), O.stroke());
  }
  function J(p, U, O, re) {
    const se = n(W).get(U)?.box;
    if (se)
      for (const [ke, oe] of [["#000", 2], [O, 0]])
        p.strokeStyle = ke, p.lineWidth = (re + oe) / n(x), p.strokeRect(se[0], se[1], se[2] - se[0], se[3] - se[1]);
  }
  function P(p) {
    p.textAlign = "center", p.textBaseline = "middle", p.fillStyle = "#fff", p.strokeStyle = "#000";
    for (const { position: U, box: O } of n(I)) {
      const re = vt(e.painting.texts[U] ?? "").slice(0, 12), se = O[2] - O[0], ke = O[3] - O[1], oe = Math.min(ke * 0.42, se * 1.5 / Math.max(2, re.length));
      p.font = `600 ${oe}px system-ui, sans-serif`, p.lineWidth = oe / 6, p.strokeText(re, (O[0] + O[2]) / 2, (O[1] + O[3]) / 2, se), p.fillText(re, (O[0] + O[2]) / 2, (O[1] + O[3]) / 2, se);
    }
  }
  Yt(q);
  function j(p) {
    const U = n(v).getBoundingClientRect();
    return [
      (p.clientX - U.left) / U.width * n(E)[0],
      (p.clientY - U.top) / U.height * n(E)[1]
    ];
  }
  const te = ([p, U]) => n(I).find(({ box: O }) => p >= O[0] && p < O[2] && U >= O[1] && U < O[3]);
  function de(p) {
    const U = j(p);
    if (n(d).length) {
      S(d, [...n(d), U]);
      return;
    }
    const O = te(U);
    t().hoverPlace = O?.position ?? null;
  }
  function G(p) {
    n(f) === "point" || p.button || (n(v).setPointerCapture(p.pointerId), S(d, [j(p)]));
  }
  function ge(p) {
    const U = j(p);
    if (n(f) === "point") {
      const re = te(U);
      re && (p.shiftKey || p.ctrlKey || p.metaKey) ? t().toggle([re.position], "flip") : re && t().takePlace(t().place === re.position ? null : re.position);
      return;
    }
    if (!n(d).length) return;
    const O = n(I).filter(({ box: re }) => X((re[0] + re[2]) / 2, (re[1] + re[3]) / 2, re)).map((re) => re.position);
    t().toggle(O, p.shiftKey ? "add" : "set"), S(d, []);
  }
  function X(p, U, O) {
    const [re, se] = [n(d)[0], n(d).at(-1)];
    if (n(f) === "box") {
      const [oe, xe] = [Math.min(re[0], se[0]), Math.max(re[0], se[0])], [pe, ye] = [Math.min(re[1], se[1]), Math.max(re[1], se[1])];
      return O[2] > oe && O[0] < xe && O[3] > pe && O[1] < ye;
    }
    if (n(f) === "brush") return n(d).some(([oe, xe]) => oe >= O[0] && oe < O[2] && xe >= O[1] && xe < O[3]);
    let ke = !1;
    for (let oe = 0, xe = n(d).length - 1; oe < n(d).length; xe = oe++) {
      const [pe, ye] = n(d)[oe], [Ee, Ce] = n(d)[xe];
      ye > U != Ce > U && p < (Ee - pe) * (U - ye) / (Ce - ye) + pe && (ke = !ke);
    }
    return ke;
  }
  function M(p) {
    const U = {
      ArrowLeft: [-1, 0],
      ArrowRight: [1, 0],
      ArrowUp: [0, -1],
      ArrowDown: [0, 1]
    }[p.key], O = t().shownPlace === null ? null : n(W).get(t().shownPlace);
    if (U) {
      p.preventDefault();
      const re = O ? F(O, U) : n(I)[0];
      re && (t().hoverPlace = re.position);
    } else (p.key === "Enter" || p.key === " ") && t().shownPlace !== null ? (p.preventDefault(), p.shiftKey ? t().toggle([t().shownPlace], "flip") : t().takePlace(t().shownPlace)) : (p.key === "r" || p.key === "c") && O && t().toggle(n(I).filter((re) => p.key === "r" ? re.row === O.row : re.column === O.column).map((re) => re.position), "add");
  }
  function F(p, [U, O]) {
    const re = (pe) => [
      (pe.box[0] + pe.box[2]) / 2,
      (pe.box[1] + pe.box[3]) / 2
    ], [se, ke] = re(p);
    let oe, xe = 1 / 0;
    for (const pe of n(I)) {
      const [ye, Ee] = re(pe), Ce = (ye - se) * U + (Ee - ke) * O, ue = Math.abs((ye - se) * O) + Math.abs((Ee - ke) * U);
      Ce > 0.01 && Ce + 3 * ue < xe && ([oe, xe] = [pe, Ce + 3 * ue]);
    }
    return oe;
  }
  const D = /* @__PURE__ */ H(() => {
    const p = t().shownPlace, U = p === null ? null : e.study.tokens[p];
    if (!U) return "Point at a token, click to keep it, Esc lets go.";
    const O = e.painting?.values[p], re = U.box ? `, pixels ${U.box.map((se) => Math.round(se)).join(", ")}` : "";
    return `Token ${p}: ${JSON.stringify(e.study.label(p))}${re}${O === void 0 || Number.isNaN(O) ? "" : ` · ${Xt(O)}`}`;
  });
  Yt(() => {
    e.onexport?.({
      name: "image",
      svg: () => Gs(
        n(E)[0],
        n(E)[1],
        n(I).map((p) => ({
          box: p.box,
          fill: e.painting ? Ut((e.painting.values[p.position] ?? NaN) / e.painting.high, e.painting.signed) : "none",
          text: e.painting?.texts?.[p.position] ?? ""
        })),
        e.painting?.label ?? ""
      ),
      csv: () => [
        ["position", "row", "column", "x1", "y1", "x2", "y2", "value"],
        ...n(I).map((p) => [
          p.position,
          p.row,
          p.column,
          ...p.box,
          e.painting?.values[p.position] ?? ""
        ])
      ]
    });
  });
  var K = _c(), he = w(K);
  {
    var N = (p) => {
      var U = cc(), O = w(U);
      {
        var re = (pe) => {
          var ye = oc();
          Me(ye, 21, () => e.study.images, ze, (Ee, Ce, ue) => {
            var Le = Za(), Re = Y(Le);
            $(() => {
              le(Le, "aria-pressed", n(i) === ue), T(Re, `${n(Ce).kind === "video" ? "video" : "image"} ${ue + 1}`);
            }), ne("click", Le, () => S(i, ue, !0)), g(Ee, Le);
          }), g(pe, ye);
        };
        z(O, (pe) => {
          e.study.images.length > 1 && pe(re);
        });
      }
      var se = c(O, 2);
      {
        var ke = (pe) => {
          var ye = lc(), Ee = w(ye), Ce = c(Ee, 2);
          $(() => {
            le(Ee, "aria-pressed", !n(l)), le(Ce, "aria-pressed", n(l));
          }), ne("click", Ee, () => S(l, !1)), ne("click", Ce, () => S(l, !0)), g(pe, ye);
        };
        z(se, (pe) => {
          n(C).length > 1 && pe(ke);
        });
      }
      var oe = c(se, 2);
      {
        var xe = (pe) => {
          var ye = uc(), Ee = w(ye), Ce = c(Ee);
          $(
            (ue) => {
              T(Ee, `frame ${ue ?? ""} of ${n(A).length ?? ""} `), le(Ce, "max", n(A).length - 1);
            },
            [() => Math.min(n(o), n(A).length - 1) + 1]
          ), wt(Ce, () => n(o), (ue) => S(o, ue)), g(pe, ye);
        };
        z(oe, (pe) => {
          n(A).length && pe(xe);
        });
      }
      g(p, U);
    };
    z(he, (p) => {
      (e.study.images.length > 1 || n(A).length || n(C).length > 1) && p(N);
    });
  }
  var Q = c(he, 2);
  {
    var Z = (p) => {
      var U = dc(), O = Oe(U);
      let re;
      var se = w(O);
      let ke;
      var oe = w(se);
      {
        var xe = (_e) => {
          var Se = fc();
          let Te, Ie;
          $(
            (Ge) => {
              le(Se, "src", Ge), Te = Jt(Se, 1, "", null, Te, { dim: e.painting }), Ie = Je(Se, "", Ie, {
                left: `${100 * n(B).area[0] / n(E)[0]}%`,
                top: `${100 * n(B).area[1] / n(E)[1]}%`,
                width: `${100 * (n(B).area[2] - n(B).area[0]) / n(E)[0]}%`,
                height: `${100 * (n(B).area[3] - n(B).area[1]) / n(E)[1]}%`
              });
            },
            [
              () => t().source.pictureUrl(e.study.id, Math.min(n(i), e.study.images.length - 1), n(ce))
            ]
          ), De("load", Se, () => _o(b)), g(_e, Se);
        };
        z(oe, (_e) => {
          n(B) && _e(xe);
        });
      }
      var pe = c(oe, 2);
      let ye;
      var Ee = w(pe);
      an(Ee, (_e) => S(v, _e), () => n(v));
      var Ce = c(O, 2), ue = w(Ce);
      Me(ue, 20, () => ["point", "box", "brush", "lasso"], ze, (_e, Se) => {
        var Te = Za(), Ie = Y(Te, !0);
        $(() => {
          le(Te, "aria-pressed", n(f) === Se), T(Ie, Se);
        }), ne("click", Te, () => S(f, Se, !0)), g(_e, Te);
      });
      var Le = c(ue, 2), Re = c(w(Le));
      $(() => {
        re = Jt(O, 1, "scroller", null, re, { zoomed: n(u) > 1 }), ke = Je(se, "", ke, {
          width: `${100 * n(u)}%`,
          "max-width": n(u) === 1 ? `min(100%, calc(${s()} * ${n(E)[0] / n(E)[1]}))` : "none"
        }), le(pe, "aria-label", `${a() ?? ""}: ${n(I).length ?? ""} tokens. Arrow keys move between tokens, Enter keeps one, Shift and Enter adds it to the selection, r and c add its row or column, Escape lets go.`), le(pe, "data-stage", a()), ye = Je(pe, "", ye, {
          "aspect-ratio": `${n(E)[0] ?? ""} / ${n(E)[1] ?? ""}`
        });
      }), ne("keydown", pe, M), ne("pointermove", Ee, de), ne("pointerdown", Ee, G), ne("pointerup", Ee, ge), De("pointerleave", Ee, () => t().hoverPlace = null), xa(se, "clientWidth", (_e) => S(h, _e)), wt(Re, () => n(u), (_e) => S(u, _e)), g(p, U);
    }, V = (p) => {
      var U = vc();
      g(p, U);
    };
    z(Q, (p) => {
      n(y) && n(I).length ? p(Z) : e.study.images.length && p(V, 1);
    });
  }
  var ae = c(Q, 2);
  {
    var ie = (p) => {
      var U = hc(), O = w(U), re = Y(O, !0), se = c(O);
      let ke;
      var oe = c(se), xe = Y(oe, !0), pe = c(oe), ye = Y(pe, !0);
      $(
        (Ee, Ce, ue) => {
          T(re, Ee), ke = Je(se, "", ke, { background: Ce }), T(xe, ue), T(ye, e.painting.label);
        },
        [
          () => e.painting.signed ? `−${Xt(e.painting.high)}` : "0",
          () => dl(e.painting.signed),
          () => Xt(e.painting.high)
        ]
      ), g(p, U);
    };
    z(ae, (p) => {
      e.painting && p(ie);
    });
  }
  var me = c(ae, 2), we = Y(me, !0), $e = c(me, 2);
  {
    var ve = (p) => {
      var U = pc(), O = w(U), re = c(O);
      $(() => T(O, `${t().selected.size ?? ""} tokens selected `)), ne("click", re, () => t().toggle([])), g(p, U);
    };
    z($e, (p) => {
      t().selected.size && p(ve);
    });
  }
  $(() => T(we, n(D))), g(r, K), pt();
}
Ot([
  "click",
  "keydown",
  "pointermove",
  "pointerdown",
  "pointerup"
]);
class ti {
  constructor(e, t) {
    this.session = e, this.of = t;
    const a = (s, i) => new En(e, () => {
      const o = t(), l = o && i();
      return l ? { study: o, name: s, asked: l } : null;
    });
    this.heads = a("heads", () => e.tabs.includes("attention") ? { focus: e.at } : null), this.lens = a("lens", () => e.tabs.includes("lens") ? { top_k: 5 } : null), this.sources = a("sources", () => e.paint === "sources" && e.target ? {
      target: e.target.id,
      contrast: e.contrast?.id ?? null,
      focus: e.at
    } : null), this.words = a("words", () => this.followed.length && (e.tab === "lens" || e.paint === "word") ? { words: this.followed } : null), this.readers = a("readers", () => e.paint === "readers" && e.place !== null ? { position: e.place } : null);
  }
  session;
  of;
  heads;
  sources;
  lens;
  words;
  readers;
  // The words that the lens follows: the user's, else the target.
  get followed() {
    return this.session.words.length ? this.session.words : this.session.target ? [this.session.target.id] : [];
  }
  get now() {
    const { session: e } = this, t = e.shownHead, a = this.of();
    if (!a) return null;
    const s = e.lensLayer ?? a.nLayers;
    switch (e.paint) {
      case "attention": {
        const i = this.heads.view;
        return i && t ? Br(Ct(i.arrays.weights, t.layer, t.head), a, `attention of L${t.layer}H${t.head} from ${JSON.stringify(a.label(i.about.focus))}`) : null;
      }
      case "sources": {
        const i = this.sources.view;
        return i && t ? Br(Ct(i.arrays.sources, t.layer, t.head), a, `logits that L${t.layer}H${t.head} adds from each token`, !0) : null;
      }
      case "readers": {
        const i = this.readers.view;
        return i && t ? Br(Ct(i.arrays.weights, t.layer, t.head), a, `how much each token looks at ${JSON.stringify(a.label(i.about.position))} in L${t.layer}H${t.head}`) : null;
      }
      case "word": {
        const i = this.words.view;
        if (!i) return null;
        const o = Br(Ct(i.arrays.probs, 0, Math.min(s, i.about.layers.length - 1)), a, `probability of “${i.about.words[0]}”, layer ${i.about.layers[Math.min(s, i.about.layers.length - 1)]}`);
        return { ...o, high: Math.max(o.high, 0.05) };
      }
      case "top": {
        const i = this.lens.view;
        if (!i) return null;
        const o = Math.min(s, i.about.layers.length - 1), l = Ct(i.arrays.ids, o), u = Ct(i.arrays.probs, o), f = i.arrays.ids.shape[2], v = i.arrays.ids.shape[1], h = new Float32Array(v), b = [];
        for (let d = 0; d < v; d++) {
          const y = i.arrays.positions.data[d];
          h[y] = u[d * f], b[y] = i.about.strings[l[d * f]];
        }
        return {
          values: h,
          texts: b,
          signed: !1,
          high: 1,
          label: `most probable word, layer ${i.about.layers[o]}`
        };
      }
      case "sweep":
        return e.sweep?.values ? Br(e.sweep.values, a, e.sweep.label, !0) : null;
    }
    return null;
  }
}
function Br(r, e, t, a = !1) {
  let s = 0, i = 0;
  for (let o = 0; o < r.length; o++) {
    const l = Math.abs(r[o]);
    l > i && (i = l), l > s && e.tokens[o]?.kind === "image" && (s = l);
  }
  return { values: r, texts: null, signed: a, high: s || i || 1, label: t };
}
var gc = /* @__PURE__ */ k("<option></option>"), mc = /* @__PURE__ */ k('<label class="fine">example <select><option>choose</option><!></select></label>'), bc = /* @__PURE__ */ k('<button type="button" class="link">close</button>'), yc = /* @__PURE__ */ k('<span class="error"> </span>'), wc = /* @__PURE__ */ k('<p>answers <b class="answer" data-second-answer=""> </b> <!></p> <!>', 1), kc = /* @__PURE__ */ k('<p class="fine">The same question about another image, beside the first: choose one to compare and to patch from.</p>'), xc = /* @__PURE__ */ k('<section class="card" aria-label="Second image"><div class="bar"><h2>Second image</h2> <span class="grow"></span> <!> <button type="button">file</button> <input type="file" accept="image/*" class="hidden" tabindex="-1" aria-hidden="true"/> <!></div> <!></section>');
function Ec(r, e) {
  ht(e, !0);
  let t = qe(e, "session", 7), a = /* @__PURE__ */ L(void 0);
  const s = new ti(t(), () => t().second), i = /* @__PURE__ */ H(() => t().second);
  var o = xc(), l = w(o), u = c(w(l), 4);
  {
    var f = (A) => {
      var C = mc(), I = c(w(C)), B = w(I);
      B.value = B.__value = "";
      var ce = c(B);
      Me(ce, 17, () => ({ length: t().info.examples }), ze, (x, q, J) => {
        var P = gc();
        P.textContent = J + 1;
        var j = {};
        $(
          (te) => {
            j !== (j = te) && (P.value = (P.__value = j) ?? "");
          },
          [() => String(J)]
        ), g(x, P);
      });
      var W;
      St(I), $(
        (x) => {
          W !== (W = x) && (I.value = (I.__value = W) ?? "", ya(I, W));
        },
        [
          () => t().secondExample === null ? "" : String(t().secondExample)
        ]
      ), ne("change", I, (x) => {
        x.currentTarget.value && t().openSecond(Number(x.currentTarget.value));
      }), g(A, C);
    };
    z(u, (A) => {
      t().info?.examples && A(f);
    });
  }
  var v = c(u, 2), h = c(v, 2);
  an(h, (A) => S(a, A), () => n(a));
  var b = c(h, 2);
  {
    var d = (A) => {
      var C = bc();
      ne("click", C, () => {
        t().second = null, t().secondUpload = null, t().secondExample = null;
      }), g(A, C);
    };
    z(b, (A) => {
      n(i) && A(d);
    });
  }
  var y = c(l, 2);
  {
    var E = (A) => {
      var C = wc(), I = Oe(C), B = c(w(I)), ce = Y(B, !0), W = c(B, 2);
      {
        var x = (J) => {
          var P = yc(), j = Y(P);
          $(() => T(j, `It has ${n(i).nPrompt ?? ""} tokens and the first ${t().study.nPrompt ?? ""}: patching needs images of one size.`)), g(J, P);
        };
        z(W, (J) => {
          t().study && n(i).nPrompt !== t().study.nPrompt && J(x);
        });
      }
      var q = c(I, 2);
      ei(q, {
        get session() {
          return t();
        },
        get study() {
          return n(i);
        },
        get painting() {
          return s.now;
        },
        name: "Second image",
        tall: "38vh"
      }), $((J) => T(ce, J), [
        () => n(i).answer.filter((J) => !J.ends).map((J) => vt(J.token.text)).join("")
      ]), g(A, C);
    }, _ = (A) => {
      var C = kc();
      g(A, C);
    };
    z(y, (A) => {
      n(i) ? A(E) : A(_, -1);
    });
  }
  ne("click", v, () => n(a)?.click()), ne("change", h, (A) => {
    const C = A.currentTarget.files?.[0];
    C && t().openSecond(C), A.currentTarget.value = "";
  }), g(r, o), pt();
}
Ot(["change", "click"]);
var Sc = /* @__PURE__ */ k('<button type="button" class="token run"> </button>'), Ac = /* @__PURE__ */ k('<button type="button"> </button>'), Mc = /* @__PURE__ */ k('<button type="button" class="link">fold image tokens</button>'), Nc = /* @__PURE__ */ k('<p class="fine"><button type="button" class="small"> </button></p>'), Pc = /* @__PURE__ */ k('<div class="strip" role="group" aria-label="Tokens of the prompt"><!> <!></div> <!>', 1);
function Tc(r, e) {
  ht(e, !0);
  let t = qe(e, "session", 7), a = /* @__PURE__ */ L(!1);
  const s = /* @__PURE__ */ H(() => e.study.images.some((y) => !y.boxed)), i = /* @__PURE__ */ H(() => {
    const y = [], E = e.study.tokens.map((_) => ({
      position: _.position,
      text: _.text,
      image: _.kind === "image"
    }));
    e.study.answer.slice(0, -1).forEach((_, A) => E.push({
      position: e.study.nPrompt + A,
      text: _.token.text,
      image: !1
    }));
    for (const { position: _, text: A, image: C } of E) {
      const I = y.at(-1);
      C && !n(a) && !n(s) && I && I.count > 0 && I.position + I.count === _ ? I.count++ : y.push({
        position: _,
        text: A,
        count: C && !n(a) && !n(s) ? 1 : 0
      });
    }
    return y;
  }), o = (y) => {
    if (!e.painting || e.painting.texts) return NaN;
    let E = 0;
    for (let _ = 0; _ < Math.max(1, y.count); _++) E += e.painting.values[y.position + _] ?? 0;
    return y.position < e.painting.values.length ? E : NaN;
  };
  var l = Pc(), u = Oe(l), f = w(u);
  Me(f, 17, () => n(i), (y) => y.position, (y, E) => {
    const _ = /* @__PURE__ */ H(() => o(n(E))), A = /* @__PURE__ */ H(() => Math.max(-1, Math.min(1, n(_) / (e.painting?.high ?? 1))));
    var C = xr(), I = Oe(C);
    {
      var B = (W) => {
        var x = Sc();
        let q;
        var J = Y(x);
        $(
          (P, j, te) => {
            le(x, "title", `${n(E).count ?? ""} image tokens${P ?? ""}: show each`), q = Je(x, "", q, { background: j, color: te }), T(J, `▦ ${n(E).count ?? ""}`);
          },
          [
            () => Number.isNaN(n(_)) ? "" : `, in all ${Xt(n(_))}`,
            () => Number.isNaN(n(_)) ? null : Ut(Math.max(-1, Math.min(1, n(_))), e.painting.signed),
            () => Number.isNaN(n(_)) ? null : oa(Math.max(-1, Math.min(1, n(_))), e.painting.signed)
          ]
        ), ne("click", x, () => S(a, !0)), g(W, x);
      }, ce = (W) => {
        var x = Ac();
        let q, J;
        var P = Y(x, !0);
        $(
          (j, te, de, G, ge) => {
            q = Jt(x, 1, "token", null, q, {
              focus: t().at === n(E).position,
              place: t().shownPlace === n(E).position,
              chosen: j
            }), le(x, "title", `token ${n(E).position ?? ""}${te ?? ""}. Click to read it, Alt and click to make it the focus, Shift and click to select it.`), J = Je(x, "", J, { background: de, color: G }), T(P, ge);
          },
          [
            () => t().selected.has(n(E).position),
            () => Number.isNaN(n(_)) ? "" : `: ${Xt(n(_))}`,
            () => Number.isNaN(n(_)) ? null : Ut(n(A), e.painting.signed),
            () => Number.isNaN(n(_)) ? null : oa(n(A), e.painting.signed),
            () => vt(n(E).text)
          ]
        ), De("pointerenter", x, () => t().hoverPlace = n(E).position), De("pointerleave", x, () => t().hoverPlace = null), ne("click", x, (j) => {
          j.altKey ? t().focus = n(E).position : j.shiftKey ? t().toggle([n(E).position], "flip") : t().takePlace(t().place === n(E).position ? null : n(E).position);
        }), g(W, x);
      };
      z(I, (W) => {
        n(E).count ? W(B) : W(ce, -1);
      });
    }
    g(y, C);
  });
  var v = c(f, 2);
  {
    var h = (y) => {
      var E = Mc();
      ne("click", E, () => S(a, !1)), g(y, E);
    };
    z(v, (y) => {
      n(a) && y(h);
    });
  }
  var b = c(u, 2);
  {
    var d = (y) => {
      var E = Nc(), _ = w(E), A = Y(_);
      $(() => T(A, `make token ${t().place ?? ""} the focus`)), ne("click", _, () => {
        t().focus = t().place;
      }), g(y, E);
    };
    z(b, (y) => {
      t().place !== null && t().place !== t().at && y(d);
    });
  }
  g(r, l), pt();
}
Ot(["click"]);
var Oc = /* @__PURE__ */ k('<button type="button" class="small">save as page</button>'), Lc = /* @__PURE__ */ k('<button type="button" class="small"> </button>'), Rc = /* @__PURE__ */ k('<div class="message" role="alert"> <button type="button" class="link">close</button></div>'), Cc = /* @__PURE__ */ k("<option>attention of the head</option><option>what the head adds</option><option>who looks at the token</option>", 1), $c = /* @__PURE__ */ k("<option>lens: a word</option><option>lens: most probable</option>", 1), Ic = /* @__PURE__ */ k("<option>sweep</option>"), jc = /* @__PURE__ */ k('<select aria-label="What is painted on the image"><option>grid only</option><!><!><!></select>'), Dc = /* @__PURE__ */ k('<p class="error" role="alert"> </p>'), Fc = /* @__PURE__ */ k('<section class="card" aria-label="Image and tokens"><!> <!> <!> <!> <!></section>'), Uc = /* @__PURE__ */ k('<p class="message" role="status">All views show the changed model. <button type="button" class="link">back to the unchanged one</button></p>'), Hc = /* @__PURE__ */ k('<button type="button" role="tab" aria-controls="panel"> </button>'), zc = /* @__PURE__ */ k("<!> <!>", 1), Bc = /* @__PURE__ */ k('<!> <div class="tabs" role="tablist" aria-label="Views"></div> <div role="tabpanel" id="panel"><!> <!> <!> <!></div>', 1), qc = /* @__PURE__ */ k('<section class="card empty"><h2>Ask something about an image</h2> <ol><li>Click a token of the answer: which heads wrote it?</li> <li>Click a head: where does it look?</li> <li>Click a patch: what does it say there, layer by layer?</li></ol> <p class="fine">Then change something, and see the answer change. Nothing leaves this machine.</p></section>'), Wc = /* @__PURE__ */ k('<a class="skip" href="#views">Skip to the views</a> <header class="top"><p class="eyebrow">vlm_lens_native</p> <span class="grow"></span> <span class="fine busy" role="status"> </span> <!> <!></header> <!> <main class="page"><div class="side"><h1 class="hidden">Look inside a vision-language model</h1> <!> <!></div> <div class="views" id="views" tabindex="-1"><!></div></main>', 1);
function Vc(r, e) {
  ht(e, !0);
  let t = qe(e, "session", 7);
  const a = new ti(t(), () => t().study), s = /* @__PURE__ */ H(() => t().study);
  let i = /* @__PURE__ */ L(null), o = /* @__PURE__ */ L("");
  const l = {
    attribution: "Attribution",
    attention: "Attention",
    lens: "Lens",
    causes: "Causes"
  };
  Yt(() => {
    t().write();
  }), Yt(() => {
    n(o) ? document.documentElement.dataset.theme = n(o) : delete document.documentElement.dataset.theme;
  });
  function u(M) {
    M.key === "Escape" && t().release();
  }
  function f(M) {
    const F = { ArrowLeft: -1, ArrowRight: 1 }[M.key];
    if (!F) return;
    M.preventDefault();
    const D = t().tabs, K = D[(D.indexOf(t().tab) + F + D.length) % D.length];
    t().tab = K, document.getElementById(`tab-${K}`)?.focus();
  }
  async function v() {
    n(s) && await t().during((async () => {
      const M = new Uint8Array(await (await fetch(`api/studies/${n(s).id}`)).arrayBuffer()), F = n(s).answer.filter((K) => !K.ends).map((K) => K.token.text).join("").trim(), D = await $l(n(s), M, (K, he) => t().source.pictureUrl(n(s).id, K, he), t().question, `${t().model}: ${F}`, t().tabs.filter((K) => K !== "causes"));
      hn("study.html", D, "text/html");
    })());
  }
  const h = /* @__PURE__ */ H(() => t().paint === "sources" ? a.sources.view?.about.code : t().paint === "readers" ? a.readers.view?.about.code : t().paint === "word" ? a.words.view?.about.code : t().paint === "top" ? a.lens.view?.about.code : t().paint === "attention" ? a.heads.view?.about.code : n(s)?.code), b = /* @__PURE__ */ H(() => a.sources.error || a.readers.error);
  var d = Wc();
  De("keydown", wn, u);
  var y = Oe(d), E = c(y, 2), _ = c(w(E), 4), A = Y(_, !0), C = c(_, 2);
  {
    var I = (M) => {
      var F = Oc();
      ne("click", F, v), g(M, F);
    };
    z(C, (M) => {
      n(s) && t().source.kind === "server" && M(I);
    });
  }
  var B = c(C, 2);
  {
    var ce = (M) => {
      var F = Lc(), D = Y(F);
      $(() => T(D, `theme: ${(n(o) || "auto") ?? ""}`)), ne("click", F, () => S(
        o,
        n(o) === "dark" ? "light" : n(o) === "light" ? "" : matchMedia("(prefers-color-scheme: dark)").matches ? "light" : "dark",
        !0
      )), g(M, F);
    };
    z(B, (M) => {
      t().source.kind !== "kernel" && M(ce);
    });
  }
  var W = c(E, 2);
  {
    var x = (M) => {
      var F = Rc(), D = w(F), K = c(D);
      $(() => T(D, `${t().message ?? ""} `)), ne("click", K, () => t().message = ""), g(M, F);
    };
    z(W, (M) => {
      t().message && M(x);
    });
  }
  var q = c(W, 2), J = w(q), P = c(w(J), 2);
  Ol(P, {
    get session() {
      return t();
    }
  });
  var j = c(P, 2);
  {
    var te = (M) => {
      var F = Fc(), D = w(F);
      {
        let V = /* @__PURE__ */ H(() => n(h) ?? "");
        Er(D, {
          title: "Image",
          get code() {
            return n(V);
          },
          get exporter() {
            return n(i);
          },
          children: (ae, ie) => {
            var me = jc(), we = w(me);
            we.value = we.__value = "none";
            var $e = c(we);
            {
              var ve = (oe) => {
                var xe = Cc(), pe = Oe(xe);
                pe.value = pe.__value = "attention";
                var ye = c(pe);
                ye.value = ye.__value = "sources";
                var Ee = c(ye);
                Ee.value = Ee.__value = "readers", g(oe, xe);
              }, p = /* @__PURE__ */ H(() => t().tabs.includes("attention"));
              z($e, (oe) => {
                n(p) && oe(ve);
              });
            }
            var U = c($e);
            {
              var O = (oe) => {
                var xe = $c(), pe = Oe(xe);
                pe.value = pe.__value = "word";
                var ye = c(pe);
                ye.value = ye.__value = "top", g(oe, xe);
              }, re = /* @__PURE__ */ H(() => t().tabs.includes("lens"));
              z(U, (oe) => {
                n(re) && oe(O);
              });
            }
            var se = c(U);
            {
              var ke = (oe) => {
                var xe = Ic();
                xe.value = xe.__value = "sweep", g(oe, xe);
              };
              z(se, (oe) => {
                t().sweep && oe(ke);
              });
            }
            St(me), Rt(me, () => t().paint, (oe) => t().paint = oe), g(ae, me);
          },
          $$slots: { default: !0 }
        });
      }
      var K = c(D, 2);
      ei(K, {
        get session() {
          return t();
        },
        get study() {
          return n(s);
        },
        get painting() {
          return a.now;
        },
        onexport: (V) => S(i, V)
      });
      var he = c(K, 2);
      {
        var N = (V) => {
          var ae = Dc(), ie = Y(ae, !0);
          $(() => T(ie, n(b))), g(V, ae);
        };
        z(he, (V) => {
          n(b) && V(N);
        });
      }
      var Q = c(he, 2);
      Tc(Q, {
        get session() {
          return t();
        },
        get study() {
          return n(s);
        },
        get painting() {
          return a.now;
        }
      });
      var Z = c(Q, 2);
      ic(Z, {
        get session() {
          return t();
        },
        get study() {
          return n(s);
        },
        get lens() {
          return a.lens.view;
        }
      }), g(M, F);
    };
    z(j, (M) => {
      n(s) && M(te);
    });
  }
  var de = c(J, 2), G = w(de);
  {
    var ge = (M) => {
      var F = Bc(), D = Oe(F);
      {
        var K = (ve) => {
          var p = Uc(), U = c(w(p));
          ne("click", U, () => {
            t().study = t().clean, t().clean = null;
          }), g(ve, p);
        };
        z(D, (ve) => {
          t().clean && ve(K);
        });
      }
      var he = c(D, 2);
      Me(he, 21, () => t().tabs, ze, (ve, p) => {
        var U = Hc(), O = Y(U, !0);
        $(() => {
          le(U, "id", `tab-${n(p) ?? ""}`), le(U, "aria-selected", t().tab === n(p)), le(U, "tabindex", t().tab === n(p) ? 0 : -1), T(O, l[n(p)]);
        }), ne("keydown", U, f), ne("click", U, () => {
          t().tab = n(p), n(p) === "lens" && (t().paint === "none" || t().paint === "attention") && (t().paint = "top");
        }), g(ve, U);
      });
      var N = c(he, 2), Q = w(N);
      {
        var Z = (ve) => {
          mu(ve, {
            get session() {
              return t();
            },
            get study() {
              return n(s);
            }
          });
        };
        z(Q, (ve) => {
          t().tab === "attribution" && ve(Z);
        });
      }
      var V = c(Q, 2);
      {
        var ae = (ve) => {
          iu(ve, {
            get session() {
              return t();
            },
            get study() {
              return n(s);
            },
            get painted() {
              return a;
            }
          });
        };
        z(V, (ve) => {
          t().tab === "attention" && ve(ae);
        });
      }
      var ie = c(V, 2);
      {
        var me = (ve) => {
          rc(ve, {
            get session() {
              return t();
            },
            get study() {
              return n(s);
            },
            get painted() {
              return a;
            }
          });
        };
        z(ie, (ve) => {
          t().tab === "lens" && ve(me);
        });
      }
      var we = c(ie, 2);
      {
        var $e = (ve) => {
          var p = zc(), U = Oe(p);
          Ec(U, {
            get session() {
              return t();
            }
          });
          var O = c(U, 2);
          Bu(O, {
            get session() {
              return t();
            },
            get study() {
              return n(s);
            }
          }), g(ve, p);
        };
        z(we, (ve) => {
          t().tab === "causes" && ve($e);
        });
      }
      $(() => le(N, "aria-labelledby", `tab-${t().tab ?? ""}`)), g(M, F);
    }, X = (M) => {
      var F = qc();
      g(M, F);
    };
    z(G, (M) => {
      n(s) ? M(ge) : t().source.kind === "server" && M(X, 1);
    });
  }
  $(() => T(A, t().busy ? "working…" : "")), ne("click", y, (M) => {
    M.preventDefault(), document.getElementById("views")?.focus();
  }), g(r, d), pt();
}
Ot(["click", "keydown"]);
function ri(r, e) {
  return r.classList.add("vlm"), zo(Vc, { target: r, props: { session: new Xl(e) } });
}
const Qa = document.querySelector("#app[data-start]");
if (Qa) {
  const r = document.getElementById("study")?.textContent;
  ri(Qa, r ? new Yl(JSON.parse(r)) : new Kl());
}
const Yc = {
  render({ model: r, el: e }) {
    const t = ri(e, new Jl(r));
    return () => qo(t);
  }
};
export {
  Yc as default,
  ri as start
};
