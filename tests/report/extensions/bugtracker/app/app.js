ZOHODESK.extension.onload().then(function (App) {
  App.instance.on("ticket.close", function () {
    return ZOHODESK.request(options).then(function (answer) {
      return JSON.parse(answer).state.name.toString();
    });
  });
});
