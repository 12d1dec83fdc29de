// A script in a Google Sheet (Extensions > Apps Script) that puts the first tab as CSV on your own server, where the widget
// reads it: <results-chart src="https://cdn.example.org/results.csv" refresh="60">.
//
// 1. Put ADDRESS and TOKEN into the script's properties: an address that takes PUT, and the token that it asks for.
// 2. Add a trigger for `push`: time-driven, each minute.

function push() {
  const properties = PropertiesService.getScriptProperties();
  const csv = toCsv(SpreadsheetApp.getActiveSpreadsheet().getSheets()[0].getDataRange().getDisplayValues());
  if (csv === properties.getProperty("LAST")) return;
  const response = UrlFetchApp.fetch(properties.getProperty("ADDRESS"), {
    method: "put",
    contentType: "text/csv; charset=utf-8",
    headers: { Authorization: `Bearer ${properties.getProperty("TOKEN")}` },
    payload: csv,
    muteHttpExceptions: true,
  });
  const status = response.getResponseCode();
  // Without this the next run would take the table for one that arrived.
  if (status < 200 || status > 299) throw new Error(`the server answered ${status}`);
  properties.setProperty("LAST", csv);
}

// The cells as they are shown, "7.5 %" and not 0.075.
function toCsv(rows) {
  const cell = (text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((row) => row.map(cell).join(",")).join("\n") + "\n";
}
