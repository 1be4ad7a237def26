/// How the page looks.
enum PageStyle {
    /// The style sheet; colours are told apart by words too, and keep a contrast of 4.5 to 1 in light and dark.
    static let text = """
        :root { --paper:#fff; --card:#f6f7f9; --ink:#1b1f26; --soft:#59616e; --rule:#dde1e7; --code:#eef0f3;
          --good:#17713a; --fair:#8a5a00; --bad:#b3261e; --error:#7b3fa0; --calm:#33617f; }
        @media (prefers-color-scheme: dark) {
          :root { --paper:#14171c; --card:#1d2128; --ink:#e6e9ee; --soft:#a0a9b6; --rule:#323843; --code:#252a33;
            --good:#5fca86; --fair:#e3b04b; --bad:#ff8a80; --error:#d3a4f0; --calm:#8fc1e3; } }
        * { box-sizing:border-box; }
        body { margin:0; background:var(--paper); color:var(--ink); font:16px/1.5 system-ui,-apple-system,"Segoe UI",sans-serif; }
        .page { max-width:64rem; margin:0 auto; padding:0 1.25rem; }
        code, pre, .url { font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace; font-size:.85em; }
        code, .url, dd, h1, h3, p, li, summary, a { overflow-wrap:anywhere; }
        small, .quiet, .about { color:var(--soft); }
        small { font-weight:400; font-size:.85em; }
        [id] { scroll-margin-top:5rem; }
        a { color:inherit; text-underline-offset:.2em; text-decoration-color:var(--soft); }
        h1 { font-size:1.45rem; line-height:1.3; margin:.25rem 0 .5rem; }
        h1::first-letter { text-transform:uppercase; }
        h2 { font-size:1.15rem; margin:2.5rem 0 .75rem; }
        h3 { font-size:1rem; margin:0 0 .4rem; }
        h4 { font-size:.8rem; margin:.8rem 0 .2rem; color:var(--soft); font-weight:600; }
        p { margin:.3rem 0; }
        header { border-top:.5rem solid var(--tone); background:var(--card); padding:1.75rem 0 1.25rem; }
        header.good { --tone:var(--good); } header.fair { --tone:var(--fair); }
        header.bad { --tone:var(--bad); } header.unknown { --tone:var(--error); }
        .answer { color:var(--tone); font-weight:700; text-transform:uppercase; letter-spacing:.08em; font-size:.85rem; margin:0; }
        .strip { display:flex; gap:2px; height:.6rem; margin:1rem 0 .6rem; border-radius:.3rem; overflow:hidden; }
        .strip i { background:var(--hue); min-width:4px; }
        .tally { display:flex; flex-wrap:wrap; gap:.25rem 1.4rem; list-style:none; margin:0; padding:0; }
        .tally li::before { content:""; display:inline-block; width:.65em; height:.65em; border-radius:50%; background:var(--hue); margin-right:.45em; }
        .passed { --hue:var(--good); } .warned, .blocked { --hue:var(--fair); }
        .failed, .unexpectedPass { --hue:var(--bad); } .error, .unfinished { --hue:var(--error); }
        .skipped, .notApplicable, .waived { --hue:var(--calm); }
        .must { --hue:var(--bad); } .should { --hue:var(--fair); } .may { --hue:var(--calm); }
        .problem, .remark, .case, details.passed { background:var(--card); border-radius:.5rem; padding:.8rem 1rem; margin:.6rem 0; border-left:.25rem solid var(--hue,var(--rule)); }
        .problem { padding:1rem 1.1rem; }
        .case { border-left-color:transparent; }
        .statement { font-weight:500; }
        .level, .badge { display:inline-block; color:var(--hue); border:1px solid currentColor; border-radius:1rem; padding:0 .6em; font-size:.75rem; font-weight:700; line-height:1.5; white-space:nowrap; }
        .level { text-transform:uppercase; letter-spacing:.05em; }
        .fields { display:grid; gap:.15rem 1rem; margin:.6rem 0; }
        .fields div, .facts div { display:grid; grid-template-columns:6rem 1fr; gap:.75rem; }
        dt { color:var(--soft); font-size:.85rem; padding-top:.1rem; }
        dd { margin:0; white-space:pre-wrap; }
        .fields .expected dd, .fields .actual dd { font-weight:600; }
        .fields .actual dd { color:var(--bad); } .fields .expected dd { color:var(--good); }
        .links { font-size:.85rem; display:flex; flex-wrap:wrap; gap:.1rem .9rem; }
        summary { cursor:pointer; }
        .more { font-size:.85rem; color:var(--soft); } .more .links { font-size:1em; color:var(--ink); }
        summary .title { font-weight:600; }
        .finding { border-top:1px solid var(--rule); padding-top:.6rem; margin-top:.6rem; }
        .exchange { border:1px solid var(--rule); border-radius:.4rem; background:var(--paper); padding:.7rem .9rem; margin:.7rem 0; }
        .exchange .line { margin:0; }
        .status { font-weight:700; } .status.ok { color:var(--good); } .status.rejected { color:var(--fair); } .status.lost { color:var(--error); }
        pre { background:var(--code); border-radius:.3rem; padding:.6rem .75rem; margin:.2rem 0; max-height:24rem; overflow:auto; white-space:pre-wrap; overflow-wrap:anywhere; }
        .headers { margin-top:.6rem; font-size:.9rem; color:var(--soft); }
        details.passed ul, .observations ul { list-style:none; margin:.5rem 0 0; padding:0; }
        details.passed li { padding:.2rem 0; border-top:1px solid var(--rule); }
        .observations li ul { margin:.2rem 0 .4rem 1rem; }
        .area { margin-top:1.4rem; }
        .scroll { overflow-x:auto; }
        table { border-collapse:collapse; width:100%; }
        th { text-align:left; font-size:.8rem; color:var(--soft); font-weight:600; }
        th, td { padding:.45rem .8rem .45rem 0; border-bottom:1px solid var(--rule); vertical-align:top; }
        td .statement { display:block; font-weight:400; }
        td.number { white-space:nowrap; font-variant-numeric:tabular-nums; }
        .state.broken { color:var(--bad); font-weight:700; } .state.kept { color:var(--good); }
        .observations { display:grid; grid-template-columns:repeat(auto-fit,minmax(18rem,1fr)); gap:0 2.5rem; }
        footer { border-top:1px solid var(--rule); margin-top:3rem; padding-top:1rem; padding-bottom:3rem; font-size:.9rem; }
        .facts { display:grid; grid-template-columns:repeat(auto-fit,minmax(18rem,1fr)); gap:.2rem 2rem; margin:0; }
        @media (max-width:34rem) { .page { padding:0 .9rem; } .fields div, .facts div { grid-template-columns:4.75rem 1fr; gap:.5rem; }
          .observations, .facts { grid-template-columns:1fr; }
          .stacked td[data-label]:not(:empty)::before { content:attr(data-label) " "; color:var(--soft); font-size:.8rem; }
          .stacked thead { display:none; } .stacked tr, .stacked td { display:block; }
          .stacked td { border:0; padding:.2rem 0; overflow-wrap:anywhere; } .stacked tr { border-bottom:1px solid var(--rule); padding:.6rem 0; } }
        """
}
