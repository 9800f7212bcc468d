#pragma once

#include <QByteArrayView>

namespace lynceus {

/// Whether these bytes may be written into a request (its line, a header, a form, a URL): no CR, LF or NUL, which could
/// inject another line. Checked for every request before it is sent.
[[nodiscard]] bool isOneLine(QByteArrayView bytes);

/// Like isOneLine() for percent-encoded bytes: "%0d", "%0A" and "%00" count too, because the server decodes them.
[[nodiscard]] bool isOneLineDecoded(QByteArrayView encoded);

} // namespace lynceus
