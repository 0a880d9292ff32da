namespace ShortsFactory.Batches.Reports;

/// <summary>How the report looks.</summary>
internal static class ReportStyle
{
    public const string Css = """
        :root { color-scheme: light dark; --ground: #f6f6f3; --card: #fff; --ink: #191a1c; --quiet: #6a6d72; --line: #e1e1dc; --hole: #e9e9e4;
          --made: #1f9d61; --unchanged: #2c7fb8; --failed: #d0342c; --stopped: #c98a10; --working: #7a5af5; --waiting: #c9c9c3; }
        @media (prefers-color-scheme: dark) { :root { --ground: #121315; --card: #1c1e21; --ink: #eceded; --quiet: #9a9da3; --line: #2d3035; --hole: #26292d;
          --made: #35c07d; --unchanged: #57a9e2; --failed: #f2645c; --stopped: #e5ab3c; --working: #a08bff; --waiting: #43474d; } }
        * { box-sizing: border-box; }
        body { margin: 0 auto; padding: 32px 28px 64px; max-width: 1240px; background: var(--ground); color: var(--ink); font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Inter, sans-serif; }
        h1 { font-size: 30px; line-height: 1.2; margin: 0; letter-spacing: -.02em; display: flex; gap: 14px; align-items: center; flex-wrap: wrap; }
        h2 { font-size: 18px; margin: 0 0 6px; letter-spacing: -.01em; }
        h3 { font-size: 14px; margin: 0; line-height: 1.35; display: -webkit-box; -webkit-line-clamp: 2; -webkit-box-orient: vertical; overflow: hidden; }
        p { margin: 4px 0; }
        section { margin-top: 36px; }
        code { font: 13px/1.5 ui-monospace, "SF Mono", Consolas, monospace; background: var(--hole); padding: 2px 6px; border-radius: 5px; overflow-wrap: anywhere; }
        .quiet { color: var(--quiet); font-size: 13.5px; overflow-wrap: anywhere; }
        .note { border-left: 3px solid var(--working); padding: 2px 0 2px 12px; margin: 12px 0; }
        .chip { font-size: 13px; font-weight: 600; letter-spacing: 0; padding: 4px 12px; border-radius: 99px; color: #fff; background: var(--working); }
        .chip.succeeded { background: var(--made); } .chip.failed, .chip.givenup { background: var(--failed); } .chip.interrupted { background: var(--stopped); }
        @media (prefers-color-scheme: dark) { .chip { color: #101113; } }
        .bar { display: flex; gap: 2px; height: 10px; margin-top: 18px; border-radius: 99px; overflow: hidden; }
        .bar i { min-width: 3px; }
        i.made { background: var(--made); } i.unchanged { background: var(--unchanged); } i.failed { background: var(--failed); }
        i.stopped { background: var(--stopped); } i.working { background: var(--working); } i.waiting { background: var(--waiting); }
        .tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(128px, 1fr)); gap: 12px; margin-top: 22px; }
        .tiles div { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 14px 16px; }
        .tiles b { display: block; font-size: 23px; line-height: 1.2; font-variant-numeric: tabular-nums; letter-spacing: -.02em; white-space: nowrap; }
        .tiles span { color: var(--quiet); font-size: 13px; }
        table { border-collapse: collapse; font-size: 13.5px; }
        th { text-align: left; font-weight: 500; padding: 3px 18px 3px 0; }
        td { padding: 3px 14px 3px 0; }
        .figure { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
        .stages { width: 100%; margin-top: 8px; }
        .stages th, .stages .figure, .stages .quiet { width: 1%; white-space: nowrap; }
        .measure i { display: block; height: 12px; min-width: 2px; border-radius: 3px; background: var(--unchanged); }
        .failures { margin: 8px 0 0; padding: 0; list-style: none; display: grid; gap: 10px; }
        .failures li { background: var(--card); border: 1px solid var(--line); border-left: 4px solid var(--failed); border-radius: 8px; padding: 10px 16px; overflow-wrap: anywhere; white-space: pre-line; }
        .advice { color: var(--quiet); }
        .head { display: flex; justify-content: space-between; align-items: center; flex-wrap: wrap; gap: 10px; margin-bottom: 12px; }
        .filter { display: flex; gap: 6px; flex-wrap: wrap; }
        .filter label { font-size: 13px; border: 1px solid var(--line); border-radius: 99px; padding: 3px 12px; cursor: pointer; background: var(--card); }
        .filter input { position: absolute; opacity: 0; }
        .filter label:has(:checked) { background: var(--ink); color: var(--ground); border-color: var(--ink); }
        .filter label:has(:focus-visible) { outline: 2px solid var(--working); }
        body:has(#show-made:checked) .card:not(.made), body:has(#show-unchanged:checked) .card:not(.unchanged), body:has(#show-failed:checked) .card:not(.failed),
        body:has(#show-stopped:checked) .card:not(.stopped), body:has(#show-waiting:checked) .card:not(.waiting), body:has(#show-working:checked) .card:not(.working) { display: none; }
        .grid { display: grid; grid-template-columns: repeat(auto-fill, minmax(172px, 1fr)); gap: 16px; }
        .card { background: var(--card); border: 1px solid var(--line); border-radius: 12px; overflow: hidden; content-visibility: auto; contain-intrinsic-size: 172px 420px; }
        .picture { display: flex; position: relative; aspect-ratio: 9 / 16; background: var(--hole); align-items: center; justify-content: center; }
        .picture img { width: 100%; height: 100%; object-fit: cover; display: block; }
        a.picture:hover img { filter: brightness(1.08); }
        .length { position: absolute; right: 8px; bottom: 8px; background: rgb(0 0 0 / .72); color: #fff; font-size: 12px; font-weight: 600; padding: 1px 7px; border-radius: 5px; font-variant-numeric: tabular-nums; }
        .state { font-size: 13px; font-weight: 600; color: var(--quiet); }
        .card.failed .state { color: var(--failed); } .card.working .state { color: var(--working); } .card.stopped .state { color: var(--stopped); }
        .card.failed { border-color: var(--failed); }
        .words { padding: 10px 12px 12px; }
        .words .quiet { font-size: 12.5px; display: -webkit-box; -webkit-line-clamp: 4; -webkit-box-orient: vertical; overflow: hidden; }
        .name { color: var(--quiet); font: 12px/1.4 ui-monospace, "SF Mono", Consolas, monospace; overflow-wrap: anywhere; }
        details { font-size: 12.5px; margin-top: 4px; } summary { cursor: pointer; color: var(--quiet); }
        .words table { font-size: 12.5px; } .words th { padding-right: 8px; } .words td { padding-right: 8px; }

        """;
}
