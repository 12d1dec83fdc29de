(function () {
  // Shows the document at ?src=, if the operator of this page allows its address.
  var main = document.getElementById("ew-embed");
  var asked = new URLSearchParams(location.search);
  var allowed = JSON.parse(main.getAttribute("data-allowed"));
  var tags = ["results-chart", "observer-map", "alliance-grid"];
  var tag = asked.get("widget") || tags[0];
  var address;
  try {
    address = new URL(asked.get("src"), location.href);
  } catch (error) {
    address = null;
  }
  // The parser has resolved what is relative, encoded dots too.
  var fits = address && allowed.some(function (start) {
    return address.href.indexOf(start) === 0;
  });
  if (!asked.get("src") || !fits || tags.indexOf(tag) < 0) {
    main.textContent = "This page shows documents from these addresses only: " + allowed.join(", ");
    return;
  }
  var element = document.createElement(tag);
  var lang = asked.get("lang");
  if (/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/.test(lang || "")) {
    document.documentElement.lang = lang;
    element.setAttribute("lang", lang);
  }
  element.setAttribute("src", address.href);
  main.appendChild(element);
})();
