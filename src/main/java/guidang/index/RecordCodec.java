package guidang.index;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Writes a record as bytes and reads it back. Knows records of public packages, enums, lists, strings, int, long,
 * boolean, dates and moments; records, dates and moments may be null. {@link #fingerprint} changes with the shape of
 * anything that is written.
 *
 * @param <T> the outermost record
 */
final class RecordCodec<T extends Record> {
    private final Class<T> type;
    private final Form form;
    private final String fingerprint;

    RecordCodec(Class<T> type) {
        this.type = type;
        var shapes = new StringBuilder();
        this.form = form(type, new HashMap<>(), shapes);
        this.fingerprint = Integer.toHexString(shapes.toString().hashCode()) + '.' + shapes.length();
    }

    /** Says which shape the bytes have; bytes of another shape cannot be read. */
    String fingerprint() {
        return fingerprint;
    }

    byte[] encode(T value) {
        var out = new BytesOut();
        form.write(out, value);
        return out.written();
    }

    /** @throws IllegalArgumentException if the bytes are not what {@link #encode} gave */
    T decode(byte[] bytes, int offset, int length) {
        try {
            return Objects.requireNonNull(type.cast(form.read(new BytesIn(bytes, offset, offset + length))));
        } catch (IndexOutOfBoundsException | NegativeArraySizeException | NullPointerException e) {
            throw new IllegalArgumentException("damaged record", e);
        }
    }

    private interface Form {
        void write(BytesOut out, @Nullable Object value);

        @Nullable
        Object read(BytesIn in);
    }

    private static Form form(Type type, Map<Type, Form> known, StringBuilder shapes) {
        Form form = known.get(type);
        if (form == null) {
            form = make(type, known, shapes);
            known.put(type, form);
        }
        return form;
    }

    private static Form make(Type type, Map<Type, Form> known, StringBuilder shapes) {
        shapes.append(type.getTypeName()).append(';');
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return new ListForm(form(list.getActualTypeArguments()[0], known, shapes));
        }
        if (!(type instanceof Class<?> plain)) {
            throw new IllegalArgumentException("cannot be written: " + type);
        }
        if (plain.isRecord()) {
            return RecordForm.of(plain, known, shapes);
        }
        if (plain.isEnum()) {
            List<Object> constants = List.of(Objects.requireNonNull(plain.getEnumConstants()));
            shapes.append(constants).append(';');
            return new EnumForm(constants);
        }
        return Simple.of(plain);
    }

    private record ListForm(Form element) implements Form {
        @Override
        public void write(BytesOut out, @Nullable Object value) {
            List<?> list = (List<?>) Objects.requireNonNull(value);
            out.number(list.size());
            for (Object one : list) {
                element.write(out, one);
            }
        }

        @Override
        public Object read(BytesIn in) {
            int size = (int) in.number();
            if (size == 0) {
                return List.of();
            }
            if (size > in.left()) {
                throw new IndexOutOfBoundsException(size);
            }
            @Nullable
            Object[] all = new @Nullable Object[size];
            for (int i = 0; i < size; i++) {
                all[i] = element.read(in);
            }
            return List.of(all);
        }
    }

    private record EnumForm(List<Object> constants) implements Form {
        @Override
        public void write(BytesOut out, @Nullable Object value) {
            out.number(constants.indexOf(Objects.requireNonNull(value)));
        }

        @Override
        public Object read(BytesIn in) {
            return constants.get((int) in.number());
        }
    }

    private static final class RecordForm implements Form {
        private final MethodHandle maker;
        private final MethodHandle[] readers;
        private final Form[] forms;

        private RecordForm(MethodHandle maker, MethodHandle[] readers, Form[] forms) {
            this.maker = maker;
            this.readers = readers;
            this.forms = forms;
        }

        static RecordForm of(Class<?> type, Map<Type, Form> known, StringBuilder shapes) {
            RecordComponent[] parts = Objects.requireNonNull(type.getRecordComponents());
            var forms = new Form[parts.length];
            var readers = new MethodHandle[parts.length];
            var types = new Class<?>[parts.length];
            try {
                for (int i = 0; i < parts.length; i++) {
                    shapes.append(parts[i].getName()).append(':');
                    types[i] = parts[i].getType();
                    forms[i] = form(parts[i].getGenericType(), known, shapes);
                    readers[i] = MethodHandles.lookup().unreflect(parts[i].getAccessor())
                            .asType(MethodType.methodType(Object.class, Object.class));
                }
                MethodHandle maker = MethodHandles.lookup().findConstructor(type,
                        MethodType.methodType(void.class, types));
                return new RecordForm(maker.asSpreader(Object[].class, parts.length)
                        .asType(MethodType.methodType(Object.class, Object[].class)), readers, forms);
            } catch (ReflectiveOperationException e) {
                throw new IllegalArgumentException("cannot be written: " + type, e);
            }
        }

        @Override
        public void write(BytesOut out, @Nullable Object value) {
            out.one(value == null ? 0 : 1);
            if (value == null) {
                return;
            }
            for (int i = 0; i < forms.length; i++) {
                forms[i].write(out, call(readers[i], value));
            }
        }

        @Override
        public @Nullable Object read(BytesIn in) {
            if (in.one() == 0) {
                return null;
            }
            @Nullable
            Object[] values = new @Nullable Object[forms.length];
            for (int i = 0; i < forms.length; i++) {
                values[i] = forms[i].read(in);
            }
            try {
                return (Object) maker.invokeExact(values);
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalArgumentException(e);
            }
        }

        private static @Nullable Object call(MethodHandle reader, Object value) {
            try {
                return (Object) reader.invokeExact(value);
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalArgumentException(e);
            }
        }
    }

    private enum Simple implements Form {
        TEXT(String.class) {
            @Override
            void put(BytesOut out, Object value) {
                out.bytes(((String) value).getBytes(StandardCharsets.UTF_8));
            }

            @Override
            public Object read(BytesIn in) {
                return in.text((int) in.number());
            }
        },
        INT(int.class) {
            @Override
            void put(BytesOut out, Object value) {
                out.signed((Integer) value);
            }

            @Override
            public Object read(BytesIn in) {
                return (int) in.signed();
            }
        },
        LONG(long.class) {
            @Override
            void put(BytesOut out, Object value) {
                out.signed((Long) value);
            }

            @Override
            public Object read(BytesIn in) {
                return in.signed();
            }
        },
        BOOLEAN(boolean.class) {
            @Override
            void put(BytesOut out, Object value) {
                out.one((Boolean) value ? 1 : 0);
            }

            @Override
            public Object read(BytesIn in) {
                return in.one() == 1;
            }
        },
        DAY(LocalDate.class) {
            @Override
            void put(BytesOut out, Object value) {
                out.signed(((LocalDate) value).toEpochDay());
            }

            @Override
            public Object read(BytesIn in) {
                return LocalDate.ofEpochDay(in.signed());
            }
        },
        MOMENT(LocalDateTime.class) {
            @Override
            void put(BytesOut out, Object value) {
                var moment = (LocalDateTime) value;
                out.signed(moment.toEpochSecond(ZoneOffset.UTC));
                out.number(moment.get(ChronoField.NANO_OF_SECOND));
            }

            @Override
            public Object read(BytesIn in) {
                long second = in.signed();
                return LocalDateTime.ofEpochSecond(second, (int) in.number(), ZoneOffset.UTC);
            }
        };

        private final Class<?> type;

        Simple(Class<?> type) {
            this.type = type;
        }

        abstract void put(BytesOut out, Object value);

        static Form of(Class<?> type) {
            for (Simple simple : values()) {
                if (simple.type == type) {
                    return simple == DAY || simple == MOMENT ? new MaybeForm(simple) : simple;
                }
            }
            throw new IllegalArgumentException("cannot be written: " + type);
        }

        @Override
        public void write(BytesOut out, @Nullable Object value) {
            put(out, Objects.requireNonNull(value));
        }
    }

    /** What may be null and is not a record. */
    private record MaybeForm(Form form) implements Form {
        @Override
        public void write(BytesOut out, @Nullable Object value) {
            out.one(value == null ? 0 : 1);
            if (value != null) {
                form.write(out, value);
            }
        }

        @Override
        public @Nullable Object read(BytesIn in) {
            return in.one() == 0 ? null : form.read(in);
        }
    }
}
