#pragma once

#include "core/domain/base/result.h"

#include <QUrl>

namespace lynceus {

/// Opens web pages in the person's browser by the system's own opener (xdg-open, open, explorer), without waiting for
/// it.
class Opener
{
public:
    Opener() = default;
    Opener(const Opener &) = delete;
    Opener &operator=(const Opener &) = delete;
    virtual ~Opener() = default;

    /// BadInput for what is no http(s) address with a host: nothing else is ever handed to another program.
    /// NotFound if there is no opener; the message holds the address, for pasting.
    /// @param token lets the browser raise itself (xdg-activation); may be empty.
    [[nodiscard]] virtual Result<void> open(const QUrl &url, const QString &token = {}) const;
};

} // namespace lynceus
