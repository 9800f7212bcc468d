#pragma once

#include <QUrl>

namespace lynceus {

/// What opens a page for the person.
class Browser
{
public:
    Browser() = default;
    Browser(const Browser &) = delete;
    Browser &operator=(const Browser &) = delete;
    virtual ~Browser() = default;

    /// False if nothing could be started; whoever called shows the link, too.
    virtual bool open(const QUrl &link) = 0;
};

} // namespace lynceus
