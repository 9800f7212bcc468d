#pragma once

#include <QByteArrayView>

namespace lynceus {

/// Whether these bytes may be written into a request (its line, a header, a form, a URL): no CR, LF or NUL, which would
/// start a line of somebody else's choice. Every request is checked with it before it is sent.
[[nodiscard]] bool isOneLine(QByteArrayView bytes);

/// The same for percent-encoded bytes: "%0d", "%0A" and "%00" count too, because the server decodes them.
[[nodiscard]] bool isOneLineDecoded(QByteArrayView encoded);

} // namespace lynceus
