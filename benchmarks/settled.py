"""When a page of ours stands: its script is done, the first view gone, every chart drawn, every widget there."""

STANDS = """() => {
    const all = selector => [...document.querySelectorAll(selector)];
    const app = document.querySelector('[data-testid=stApp]');
    return app?.dataset.testScriptState === 'notRunning' && !document.getElementById('first-view')
        && document.querySelector('#root .footer') && !all('[data-stale=true], [data-testid=stSkeleton]').length
        && all('#root .chart[data-figure]').every(chart => chart.hasAttribute('data-drawn'))
        && all('#root [class*=st-key-q-]').every(box => box.querySelector('input, [role=slider]'));
}"""
