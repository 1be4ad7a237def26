/// How the page of a trend looks, beside what all pages have in common.
enum TrendStyle {
    /// The style sheet; marks and words tell apart what colours do.
    static let text = """

        .remarks { list-style:none; margin:.6rem 0; padding:0; color:var(--soft); font-size:.9rem; }
        .unseen { position:absolute; width:1px; height:1px; overflow:hidden; clip-path:inset(50%); white-space:nowrap; }
        figure { margin:1rem 0; } figcaption { font-weight:600; overflow-wrap:anywhere; }
        .chart { display:block; width:100%; height:9rem; background:var(--card); }
        .chart path { fill:none; vector-effect:non-scaling-stroke; }
        .chart .grid { stroke:var(--rule); stroke-width:1; } .chart .change { stroke:var(--soft); stroke-width:1; stroke-dasharray:2 4; }
        .chart .line { stroke:var(--hue); stroke-width:2; stroke-linejoin:round; }
        .chart rect { fill:var(--hue); }
        .rate { --hue:var(--good); } .p50 { --hue:var(--calm); } .p95 { --hue:var(--fair); stroke-dasharray:6 3; } .p99 { --hue:var(--bad); stroke-dasharray:2 3; }
        .scale { display:flex; justify-content:space-between; gap:1rem; color:var(--soft); font-size:.8rem; }
        .key { display:inline-block; width:2rem; border-top:.15rem solid var(--hue); vertical-align:middle; margin-right:.35rem; }
        .key.p95 { border-top-style:dashed; } .key.p99 { border-top-style:dotted; }
        .legend { display:flex; flex-wrap:wrap; gap:.25rem 1.4rem; list-style:none; margin:.4rem 0; padding:0; font-size:.9rem; }
        .legend .dot::before { content:""; display:inline-block; width:.65em; height:.65em; border-radius:50%; background:var(--hue); margin-right:.45em; }
        .latencies { display:grid; grid-template-columns:repeat(auto-fill,minmax(min(18rem,100%),1fr)); gap:0 2rem; }
        .latencies .chart { height:6rem; }
        .wide { overflow-x:auto; direction:rtl; max-width:100%; } .wide table { direction:ltr; width:auto; margin-right:auto; }
        .heat { border-collapse:separate; border-spacing:1px; }
        .heat th, .heat td { padding:0; border:0; }
        .heat thead th { font-size:.7rem; font-weight:400; white-space:nowrap; text-align:left; }
        .heat thead span { position:sticky; left:9rem; right:.2rem; }
        .heat thead a { display:block; text-align:center; text-decoration:none; }
        .heat tbody th, .heat .corner { position:sticky; left:0; z-index:1; background:var(--paper); min-width:8.5rem; max-width:16rem; padding:.1rem .6rem .1rem 0; text-align:left; font-weight:400; color:var(--ink); overflow-wrap:anywhere; }
        .heat td { min-width:1.15rem; height:1.5rem; text-align:center; vertical-align:middle; font-size:.75rem; line-height:1.5rem; }
        .heat td.k { background:var(--kept); color:var(--ink); } .heat td.gap, .heat th.gap { color:var(--soft); }
        .heat td.b, .heat td.w { background:var(--hue); } .heat td.w { --hue:var(--calm); }
        .heat td a { display:block; color:var(--paper); text-decoration:none; font-weight:700; }
        .heat a:focus-visible { outline:2px solid var(--ink); outline-offset:1px; }
        :root { --kept:#dcefe2; } @media (prefers-color-scheme: dark) { :root { --kept:#1d3527; } }
        .night:target { background:var(--code); }
        .night .tally { font-size:.9rem; gap:.1rem .9rem; }
        .older { margin-top:1rem; }
        .commands { margin:.4rem 0 0; }
        """
}
