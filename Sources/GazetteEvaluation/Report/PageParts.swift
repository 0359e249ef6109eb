/// The parts of the page around its data.
enum PageParts {
    static let head = """
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Gazette: gold and prediction</title>
        <style>
        body { font: 15px/1.5 system-ui, sans-serif; margin: 0; color: #222; background: #fafafa }
        header { position: sticky; top: 0; z-index: 1; background: #fff; border-bottom: 1px solid #ccc; padding: .6rem 1rem }
        header { display: flex; gap: 1rem; flex-wrap: wrap; align-items: center }
        summary { margin-top: 1rem; cursor: pointer }
        main { padding: 0 1rem 3rem }
        pre { background: #fff; border: 1px solid #ddd; padding: .8rem; overflow: auto; font-size: 13px; line-height: 1.35 }
        article { border: 1px solid #ddd; background: #fff; margin: 1rem 0; padding: .6rem 1rem }
        h2 { font-size: 1rem; margin: 0 0 .4rem }
        .sides { display: grid; grid-template-columns: 1fr 1fr; gap: 1.5rem }
        .sides > div { white-space: pre-wrap; overflow-wrap: anywhere; max-height: 26rem; overflow: auto }
        .sides h3, th { font-size: .8rem; color: #666; text-align: left; font-weight: 600; margin: 0; position: sticky; top: 0; background: #fff }
        mark { background: #e3ecf7; padding: 0 .1em; border-radius: 2px }
        mark.missed { background: #ffe0a3 } mark.spurious { background: #f7c1c1 } mark.wrong { background: #e6d3f5 }
        mark::after { content: attr(data-label); font-size: .62em; color: #555; margin-left: .25em; vertical-align: .15em }
        table { border-collapse: collapse; margin-top: .6rem; width: 100%; font-size: 13px }
        td, th { border-top: 1px solid #eee; padding: .15rem .6rem .15rem 0; vertical-align: top; text-align: left }
        .source { color: #777 }
        button { font: inherit }
        @media (max-width: 50rem) { .sides { grid-template-columns: 1fr } }
        </style>
        <header>
        <strong>Gold and prediction</strong>
        <label>Layer <select id="layer"></select></label>
        <span id="kinds"></span>
        <label>Contains <input id="words" type="search" placeholder="text, label, source"></label>
        <span id="count" aria-live="polite"></span>
        </header>
        <main>
        <details open><summary>Scores</summary><pre id="table"></pre></details>
        <div id="texts"></div><button id="more" hidden>Show more</button></main>
        <script>
        const data =
        """

    static let tail = """
        ;
        const kinds = ["missed", "spurious", "wrong label", "wrong boundary", "wrong value", "wrong scope", "wrong source", "wrong negation"];
        const page = 20;
        const get = id => document.getElementById(id);
        const make = (tag, text = "", name = "") => Object.assign(document.createElement(tag), { textContent: text, className: name });
        let shown = page;
        get("table").textContent = data.table;
        for (const layer of data.layers) get("layer").append(new Option(layer));
        if (data.layers.includes("entities")) get("layer").value = "entities";
        for (const kind of kinds) {
            const label = make("label"), box = make("input");
            box.type = "checkbox"; box.checked = true; box.value = kind;
            label.append(box, " " + kind + " ");
            get("kinds").append(label);
        }
        const key = m => m.start + "," + m.end + "," + (m.label || "");
        const describe = m => m ? [m.label, (m.values || []).join(" | "), m.id].filter(Boolean).join(" ") : "";
        const matches = (error, words) => !words || JSON.stringify([error.gold, error.predicted]).toLowerCase().includes(words);

        function side(title, text, marks, faults, which) {
            const box = make("div"), names = new Map();
            box.append(make("h3", title));
            for (const f of faults) if (f[which]) names.set(key(f[which]), f.kind.startsWith("wrong") ? "wrong" : f.kind);
            let end = 0;
            for (const m of marks) {
                if (m.start < end) continue;
                box.append(text.slice(end, m.start));
                const e = make("mark", text.slice(m.start, m.end), names.get(key(m)));
                if (m.label) e.dataset.label = m.label;
                e.title = [describe(m), m.source].filter(Boolean).join("\\n");
                box.append(e);
                end = m.end;
            }
            box.append(text.slice(end));
            return box;
        }

        function article(item, layer, faults) {
            const box = make("article"), sides = make("div", "", "sides"), table = make("table"), all = item.layers[layer].errors;
            box.append(make("h2", item.id));
            sides.append(side("gold", item.text, item.layers[layer].gold, all, "gold"));
            sides.append(side("prediction", item.text, item.layers[layer].predicted, all, "predicted"));
            const head = table.insertRow();
            for (const name of ["error", "gold", "", "prediction", "", "source"]) head.append(make("th", name));
            for (const f of faults) {
                const row = table.insertRow(), cell = (text, name) => row.append(make("td", text, name));
                cell(f.kind);
                for (const m of [f.gold, f.predicted]) { cell(m ? m.text : "–"); cell(describe(m)) }
                cell(f.predicted && f.predicted.source || "", "source");
            }
            box.append(sides);
            if (faults.length) box.append(table);
            return box;
        }

        function render() {
            const layer = get("layer").value, words = get("words").value.toLowerCase();
            const chosen = new Set([...get("kinds").querySelectorAll("input:checked")].map(b => b.value));
            const isWhole = chosen.size === kinds.length && !words;
            const rows = data.texts.filter(t => t.layers[layer])
                .map(t => [t, t.layers[layer].errors.filter(f => chosen.has(f.kind) && matches(f, words))]).filter(([, f]) => isWhole || f.length);
            get("texts").replaceChildren(...rows.slice(0, shown).map(([t, f]) => article(t, layer, f)));
            get("count").textContent = rows.reduce((n, [, f]) => n + f.length, 0) + " errors in " + rows.length + " texts";
            get("more").hidden = rows.length <= shown;
        }
        get("more").onclick = () => { shown += page; render() };
        for (const id of ["layer", "kinds", "words"]) get(id).addEventListener("input", () => { shown = page; render() });
        render();
        </script>
        </html>

        """
}
