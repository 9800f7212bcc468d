#include <gtest/gtest.h>
#include <gmock/gmock.h>

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>
