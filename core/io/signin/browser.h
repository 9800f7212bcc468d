#pragma once

#include <QUrl>

namespace lynceus {

/// Opens web pages for the user.
class Browser
{
public:
    Browser() = default;
    Browser(const Browser &) = delete;
    Browser &operator=(const Browser &) = delete;
    virtual ~Browser() = default;

    /// False if nothing could be started; callers also show the link.
    virtual bool open(const QUrl &link) = 0;
};

} // namespace lynceus
