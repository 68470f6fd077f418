// The browser is the machine's own (CHROME_PATH): nothing is downloaded at install time.
module.exports = { skipDownload: true };
