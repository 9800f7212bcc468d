#include "app/gui/applications/pinmemory.h"

#include "core/io/settings/windowmemory.h"

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kPinsKey = "applications/pins"_L1;

} // namespace

// "INSTANCE/NAMESPACE/NAME": no part can contain a slash (ids are generated, the others are Kubernetes names).

QSet<ApplicationKey> readPins(const WindowMemory &memory)
{
    QSet<ApplicationKey> pins;
    for (const auto &text : memory.texts(kPinsKey)) {
        const auto parts = text.split(u'/');
        if (parts.size() == 3)
            pins.insert({parts[0], parts[1], parts[2]});
    }
    return pins;
}

void writePins(WindowMemory &memory, const QSet<ApplicationKey> &pins)
{
    QStringList texts;
    for (const auto &key : pins)
        texts.push_back(key.instance + u'/' + key.nameSpace + u'/' + key.name);
    texts.sort();
    memory.setTexts(kPinsKey, texts);
}

} // namespace lynceus
