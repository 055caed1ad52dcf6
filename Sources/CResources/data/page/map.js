// Maps: moving, zooming, switching layers, tooltips. Sizes are in the units of the drawing.
document.documentElement.classList.add("live");

for (const map of document.querySelectorAll("figure.map")) {
  const svg = map.querySelector(".frame svg");
  if (!svg) continue;
  const {width, height} = svg.viewBox.baseVal;
  const view = svg.querySelector(".view");
  const state = {zoom: 1, x: 0, y: 0};
  // Units of the drawing in a pixel of the screen: text keeps its size on a narrow screen.
  let unit = 1;
  const most = 40;

  // The place of a pointer on the drawing.
  function place(event) {
    const box = svg.getBoundingClientRect();
    return [
      (event.clientX - box.left) * width / box.width,
      (event.clientY - box.top) * height / box.height,
    ];
  }

  const names = [...svg.querySelectorAll(".labels text")].map((text) => ({
    text, x: Number(text.getAttribute("x")), y: Number(text.getAttribute("y")),
  }));

  function drawLabels() {
    const taken = [];
    for (const {text, x, y} of names) {
      const [px, py] = [x * state.zoom + state.x, y * state.zoom + state.y];
      const half = text.textContent.length * 3.3 * unit;
      const isFree = !taken.some(
        (t) => Math.abs(t.px - px) <= t.half + half && Math.abs(t.py - py) <= 15 * unit);
      text.setAttribute("x", px);
      text.setAttribute("y", py);
      text.style.display = isFree ? "inline" : "none";
      if (isFree) taken.push({px, py, half});
    }
  }

  // The lines of the graticule as places, from the steps of their paths.
  const graticule = [...svg.querySelectorAll(".graticule path")].map((path) => {
    const steps = path.getAttribute("d").match(/-?\d+/g).map(Number);
    const places = [];
    let [x, y] = [0, 0];
    for (let i = 0; i < steps.length; i += 2) {
      x += steps[i];
      y += steps[i + 1];
      places.push([x / 10, y / 10]);
    }
    return {places, isMeridian: path.classList.contains("meridian")};
  });
  const degrees = [...svg.querySelectorAll(".degrees text")];

  function drawDegrees() {
    for (const [index, {places, isMeridian}] of graticule.entries()) {
      const moved = places.map(([x, y]) => [x * state.zoom + state.x, y * state.zoom + state.y]);
      const [along, across, edge, end] = isMeridian ? [0, 1, height, width] : [1, 0, 0, height];
      let exit;
      for (let i = 1; i < moved.length && exit === undefined; i += 1) {
        const [a, b] = [moved[i - 1], moved[i]];
        if ((a[across] < edge) === (b[across] < edge)) continue;
        const part = (a[across] - edge) / (a[across] - b[across]);
        const at = a[along] + (b[along] - a[along]) * part;
        // A corner has no room for degrees.
        if (at >= 20 * unit && at <= end - 20 * unit) exit = at;
      }
      const text = degrees[index];
      text.style.display = exit === undefined ? "none" : "inline";
      if (exit === undefined) continue;
      text.setAttribute("x", isMeridian ? exit : 6 * unit);
      text.setAttribute("y", isMeridian ? height - 6 * unit : exit + 4 * unit);
    }
  }

  const bar = svg.querySelector(".scale path");
  const barText = svg.querySelector(".scale text");

  function drawScale() {
    const perUnit = Number(svg.dataset.km) / state.zoom;
    const room = perUnit * 160;
    const power = 10 ** Math.floor(Math.log10(room) + 1e-9);
    const km = power * (room >= 5 * power ? 5 : room >= 2 * power ? 2 : 1);
    bar.setAttribute("d", `M0 -6v6h-${km / perUnit}v-6`);
    barText.textContent = km < 1 ? `${Math.round(km * 1000)} m` : `${Math.round(km)} km`;
  }

  function draw() {
    state.x = Math.min(0, Math.max(width * (1 - state.zoom), state.x));
    state.y = Math.min(0, Math.max(height * (1 - state.zoom), state.y));
    view.setAttribute("transform", `translate(${state.x} ${state.y}) scale(${state.zoom})`);
    drawLabels();
    drawDegrees();
    drawScale();
  }

  // Zooms so that one place stays where it is.
  function zoom(factor, x = width / 2, y = height / 2) {
    const next = Math.min(most, Math.max(1, state.zoom * factor));
    state.x = x - (x - state.x) * next / state.zoom;
    state.y = y - (y - state.y) * next / state.zoom;
    state.zoom = next;
    draw();
  }

  function move(dx, dy) {
    state.x += dx;
    state.y += dy;
    draw();
  }

  const reset = () => zoom(0);

  const keys = {
    "+": () => zoom(1.5), "=": () => zoom(1.5), "-": () => zoom(1 / 1.5), "0": reset,
    ArrowLeft: () => move(width / 10, 0), ArrowRight: () => move(-width / 10, 0),
    ArrowUp: () => move(0, height / 10), ArrowDown: () => move(0, -height / 10),
  };
  svg.addEventListener("keydown", (event) => {
    const action = keys[event.key];
    if (!action || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    action();
  });

  // The wheel belongs to the page until the reader chose the map.
  svg.addEventListener("wheel", (event) => {
    if (document.activeElement !== svg && !event.ctrlKey) return;
    event.preventDefault();
    zoom(Math.exp(-event.deltaY / 400), ...place(event));
  }, {passive: false});

  let held;
  svg.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    held = place(event);
    svg.setPointerCapture(event.pointerId);
    svg.classList.add("moving");
  });
  svg.addEventListener("pointermove", (event) => {
    if (!held) return;
    const now = place(event);
    move(now[0] - held[0], now[1] - held[1]);
    held = now;
  });
  for (const name of ["pointerup", "pointercancel"]) {
    svg.addEventListener(name, () => {
      held = undefined;
      svg.classList.remove("moving");
    });
  }

  const buttons = document.createElement("div");
  buttons.className = "buttons";
  const actions = [
    ["+", texts.zoomIn, () => zoom(1.5)], ["−", texts.zoomOut, () => zoom(1 / 1.5)],
    ["⤢", texts.reset, reset],
  ];
  for (const [sign, name, action] of actions) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = sign;
    button.title = name;
    button.setAttribute("aria-label", name);
    button.addEventListener("click", action);
    buttons.append(button);
  }
  svg.before(buttons);

  // A switch of the legend stands for one layer, or for one of each choice.
  const choices = [...map.querySelectorAll(".choices input")];
  const switches = [...map.querySelectorAll(".legend input")].map((input) => ({
    input, box: input.closest(".layer"),
    layers: input.value.split(" ").map((id) => svg.querySelector(`[data-layer="${CSS.escape(id)}"]`)),
  }));
  function showLayers() {
    const chosen = choices.find((input) => input.checked)?.value;
    for (const {input, box, layers} of switches) {
      let isThere = false;
      for (const layer of layers) {
        const isChosen = layer.dataset.choice === undefined || layer.dataset.choice === chosen;
        isThere ||= isChosen;
        layer.style.display = isChosen && input.checked ? "inline" : "none";
      }
      box.hidden = !isThere;
      box.classList.toggle("off", !input.checked);
    }
  }
  for (const input of [...choices, ...switches.map((each) => each.input)]) {
    input.addEventListener("change", showLayers);
  }
  showLayers();

  // A tooltip in place of the browser's own; thin lines are found some pixels away, too.
  const tip = document.createElement("div");
  tip.className = "tip";
  tip.hidden = true;
  svg.after(tip);
  const words = new Map();
  for (const title of svg.querySelectorAll("[data-layer] title")) {
    words.set(title.parentNode, title.textContent);
    title.remove();
  }
  const nearby = [[0, 0], [3, 0], [-3, 0], [0, 3], [0, -3]];
  function find(event) {
    for (const [dx, dy] of nearby) {
      const found = document.elementsFromPoint(event.clientX + dx, event.clientY + dy)
        .find((element) => words.has(element) && svg.contains(element));
      if (found) return words.get(found);
    }
    return undefined;
  }
  svg.addEventListener("pointermove", (event) => {
    const text = held ? undefined : find(event);
    tip.hidden = text === undefined;
    if (text === undefined) return;
    tip.textContent = text;
    const box = svg.getBoundingClientRect();
    const x = event.clientX - box.left;
    tip.style.left = `${Math.max(0, Math.min(x + 14, box.width - tip.offsetWidth))}px`;
    tip.style.top = `${event.clientY - box.top + 16}px`;
  });
  svg.addEventListener("pointerleave", () => { tip.hidden = true; });

  new ResizeObserver(() => {
    unit = width / (svg.getBoundingClientRect().width || width);
    svg.style.setProperty("--unit", unit);
    draw();
  }).observe(svg);
  draw();
}
