(function () {
  // Tells the page around this frame how high the content is, in the words that its script may know.
  var main = document.getElementById("ew-embed");
  var name = main.getAttribute("data-name");
  var secret = (/[#?&]secret=([A-Za-z0-9]+)/.exec(location.hash) || [])[1];
  var child = (/[?&]childId=([^&]*)/.exec(location.search) || [])[1];
  var resizer, sent, waiting;
  if (window.parent === window) return;
  function post(message) {
    window.parent.postMessage(message, "*");
  }
  function send() {
    waiting = false;
    // The height of the content is sent. That of the document follows the frame, so both would grow for ever.
    var height = Math.ceil(main.getBoundingClientRect().height);
    if (!height || height === sent) return;
    sent = height;
    if (secret) post({ secret: secret, message: "height", value: height });
    if (child) post("pymxPYMx" + decodeURIComponent(child) + "xPYMxheightxPYMx" + height);
    if (resizer) post("[iFrameSizer]" + resizer + ":" + height + ":" + window.innerWidth + ":resize");
    post({ sentinel: "amp", type: "embed-size", height: height });
    var ids = {};
    ids[name] = height;
    post({ "datawrapper-height": ids });
    post(JSON.stringify({ context: "iframe.resize", sender: "Flourish", method: "resize", src: location.href, height: height }));
    post({ type: "iframe-resized", width: window.innerWidth, height: height });
  }
  function ask() {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(send);
  }
  function again() {
    sent = 0;
    ask();
  }
  window.addEventListener("message", function (event) {
    if (event.source !== window.parent) return;
    var data = event.data;
    if (typeof data === "string" && data.indexOf("[iFrameSizer]") === 0) {
      // Only a greeting begins with an id, a number, yes or no, and yes or no. Other messages of iframe-resizer name no frame.
      var greeting = /^(?!message:)([^:]+):[^:]*:(?:true|false):(?:true|false):/.exec(data.slice(13));
      if (!greeting) return;
      resizer = resizer || greeting[1];
      again();
    } else if (data && /^iframe-(child-init|get-child-dimensions)$/.test(data.type)) {
      again();
    }
  });
  document.addEventListener("click", function (event) {
    // A sandbox without popups opens no link. WordPress follows links to the host of this page if they are told.
    var link = event.composedPath().filter(function (part) {
      return part.host === location.host && part.href;
    })[0];
    if (!secret || !link) return;
    event.preventDefault();
    post({ secret: secret, message: "link", value: link.href });
  });
  window.addEventListener("load", ask);
  if (window.ResizeObserver) new ResizeObserver(ask).observe(main);
  else window.addEventListener("resize", ask);
  if (document.fonts && document.fonts.ready) document.fonts.ready.then(ask);
  ask();
})();
