// Headers that nearly every file includes and that never change: parsed once.
#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>
#include <chrono>
#include <memory>
#include <optional>
#include <vector>

#include <tl/expected.hpp>
