#pragma once

#include "core/domain/base/result.h"

#include <QUrl>

namespace lynceus {

/// Opens web pages in the user's browser with the system's opener (xdg-open, open, explorer), without waiting.
class Opener
{
public:
    Opener() = default;
    Opener(const Opener &) = delete;
    Opener &operator=(const Opener &) = delete;
    virtual ~Opener() = default;

    /// BadInput unless @p url is an http(s) URL with a host; nothing else is ever passed to another program. NotFound
    /// if there is no opener; the message contains the URL for pasting. @param token lets the browser raise itself
    /// (xdg-activation); may be empty.
    [[nodiscard]] virtual Result<void> open(const QUrl &url, const QString &token = {}) const;
};

} // namespace lynceus
