(function () {
  // Shows the document at ?src=, if the operator of this page allows its address.
  var main = document.getElementById("ew-embed");
  var asked = new URLSearchParams(location.search);
  var allowed = JSON.parse(main.getAttribute("data-allowed"));
  var attributes = JSON.parse(main.getAttribute("data-attributes"));
  var tags = ["results-chart", "observer-map", "alliance-grid"];
  var tag = asked.get("widget") || tags[0];
  var address;
  try {
    address = new URL(asked.get("src"), location.href);
  } catch (error) {
    address = null;
  }
  // The parser has resolved what is relative, encoded dots too. Encoded slashes it leaves to the server, which may climb out.
  var fits = address && !/%2f|%5c/i.test(address.pathname) && allowed.some(function (start) {
    return address.href.indexOf(start) === 0;
  });
  if (!asked.get("src") || !fits) {
    main.textContent = "This page shows documents from these addresses only: " + allowed.join(", ");
    return;
  }
  if (tags.indexOf(tag) < 0) {
    main.textContent = "This page has no widget " + tag + ". Its widgets are: " + tags.join(", ");
    return;
  }
  // A redirect could lead to an address that is not allowed.
  var get = window.fetch;
  window.fetch = function (input, options) {
    var isDocument = new URL(input.url || input, location.href).href.split("#")[0] === address.href.split("#")[0];
    return get.call(window, input, isDocument ? Object.assign({}, options, { redirect: "error" }) : options);
  };
  var element = document.createElement(tag);
  Object.keys(attributes).forEach(function (name) {
    element.setAttribute(name, attributes[name]);
  });
  var lang = asked.get("lang");
  if (/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/.test(lang || "")) {
    document.documentElement.lang = lang;
    element.setAttribute("lang", lang);
  }
  element.setAttribute("src", address.href);
  main.appendChild(element);
})();
